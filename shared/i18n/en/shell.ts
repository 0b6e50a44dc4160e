export const shell = { today: 'Today {{parent}}', open_one: '{{count}} open {{parent}}', open_other: '{{count}} open {{parents}}' }
