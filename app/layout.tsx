import type { Metadata, Viewport } from 'next'
import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/toast'
import { TooltipProvider } from '@/components/ui/tooltip'
import { requestLocale, requestTimeZone } from '@/lib/i18n/request-locale'
import { translator } from '@/lib/i18n/translator'
import { inter, jetBrainsMono } from './fonts'
import { requestNonce } from './request-nonce'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('common')
  return {
    title: { default: 'Skep', template: '%s · Skep' },
    description: t('description'),
    icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } },
    robots: { index: false, follow: false },
  }
}

// The browser's own bars take the canvas's colour, as sRGB, since they do not know OKLCH (tokens.css).
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#13110f' },
  ],
}

/** Language, theme and fonts. The theme is set by an inline script before the first paint, hence the nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale()
  const Messages = await messagesProvider(locale)

  return (
    <html lang={locale} className={`${inter.variable} ${jetBrainsMono.variable}`} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="data-theme" nonce={await requestNonce()} disableTransitionOnChange>
          <Messages timeZone={await requestTimeZone()} now={Date.now()}>
            <TooltipProvider>{children}</TooltipProvider>
            <Toaster />
          </Messages>
        </ThemeProvider>
      </body>
    </html>
  )
}

async function messagesProvider(locale: string) {
  if (locale === 'ko') return (await import('@/lib/i18n/provider-ko')).KoreanProvider
  return (await import('@/lib/i18n/provider-en')).EnglishProvider
}
