import { configure } from '@testing-library/react'

// Half a minute of other tests may run beside this one on two cores; a second is nothing then.
configure({ asyncUtilTimeout: 10_000 })
