// The order counts: Mantine sits in a layer of its own, then come the variables, then what is ours.
import '@mantine/core/styles.layer.css'
import '@fontsource-variable/public-sans/wght.css'
import '@fontsource-variable/public-sans/wght-italic.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './variables.css'
import './global.css'
