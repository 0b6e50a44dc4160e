import {
  Checkbox,
  Combobox,
  Divider,
  Drawer,
  Kbd,
  Menu,
  Modal,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Popover,
  Radio,
  Select,
  Text,
  Textarea,
  TextInput,
  Tooltip,
  createTheme,
} from '@mantine/core'
import { accent, dark, gray, green, red, yellow } from './colors.ts'

const sans = "'Public Sans Variable', system-ui, sans-serif"
const serif = "'Source Serif 4 Variable', Georgia, serif"

/**
 * A label says what a field is; the help below it comes before the control, where it is read in time.
 *
 * `autoComplete` is off everywhere: a browser writes the words of other fields, in clear, into the file from which it
 * restores a session. See tests/e2e/main-job.test.ts.
 */
const fieldProps = { size: 'sm', autoComplete: 'off' } as const

/**
 * The look of the program in Mantine's terms.
 *
 * `lockScroll` stays off in every layer: locking the page's scroll would write a style element,
 * which the content security policy refuses.
 */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  colors: { accent, red, green, yellow, gray, dark },
  white: '#ffffff',
  black: '#1f2933',
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1.125rem', lg: '1.5rem', xl: '2rem' },
  fontWeights: { regular: '400', medium: '550', bold: '650' },
  lineHeights: { xs: '1.45', sm: '1.55', md: '1.55', lg: '1.3', xl: '1.2' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '6px', xl: '12px' },
  defaultRadius: 'md',
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '2rem', lineHeight: '1.2' },
      h2: { fontSize: '1.5rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    Combobox: Combobox.extend({ defaultProps: { shadow: 'md' } }),
    Divider: Divider.extend({ defaultProps: { color: 'var(--eh-hairline)' } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md' } }),
    DrawerRoot: { defaultProps: { lockScroll: false } },
    ModalRoot: { defaultProps: { lockScroll: false } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, shadow: 'md', transitionProps: { duration: 120 } },
    }),
    NativeSelect: NativeSelect.extend({ defaultProps: fieldProps }),
    NumberInput: NumberInput.extend({ defaultProps: fieldProps }),
    PasswordInput: PasswordInput.extend({ defaultProps: fieldProps }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Radio: Radio.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { ...fieldProps, allowDeselect: false } }),
    Text: Text.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: fieldProps }),
    TextInput: TextInput.extend({ defaultProps: fieldProps }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
})

/** The variables that differ from Mantine's own choice, and those that Mantine does not have. */
export const sharedVariables = { '--eh-serif': serif, '--eh-sans': sans } as const
