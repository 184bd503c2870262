import { randomBytes } from 'node:crypto'

const settings = {
  Logging: { LogLevel: { Default: 'Information', 'Microsoft.Hosting': 'Warning' } },
  AllowedHosts: '*',
  Checkout: { currency: 'EUR', taxRate: 0.21, steps: ['cart', 'address', 'payment'], guest: true },
  Search: { url: 'http://search:9200', timeoutMs: 800, retries: 2, index: null },
}

const messages = {
  title: '꿀 가게 🐝',
  cart: { empty: '장바구니가 비어 있습니다.', checkout: '주문하기' },
  error: '잠시 뒤에 다시 시도하십시오.',
}

/** About 900 kB: Swarm takes configs of less than 1,000 KiB. */
const catalogue = Array.from({ length: 7_600 }, (_, index) => ({
  sku: `HNY-${String(index + 1).padStart(5, '0')}`,
  name: `Honey ${['acacia', 'linden', 'heather', 'chestnut'][index % 4]} ${250 + (index % 4) * 250} g`,
  price: 4.5 + (index % 40) / 4,
  stock: (index * 37) % 120,
  updated: '2026-11-02T08:15:00Z',
}))

/** Configs of every form that Skep shows, by name. */
export const configContents: Record<string, string | Buffer> = {
  shop_api_settings: `${JSON.stringify(settings, null, 2)}\n`,
  shop_messages_ko: `${JSON.stringify(messages, null, 2)}\n`,
  shop_catalogue: JSON.stringify(catalogue),
  shop_flags: `# Who sees what\nflags:\n  new-checkout:\n    enabled: true\n    share: 25 %\n    teams: [orders, payments]\n  gift-notes:\n    enabled: false\n`,
  shop_limits: `[server]\nport = 80\nmax_connections = 512\n\n[limits."api/v2"]\nper_minute = 600\nburst = 40\n`,
  shop_jvm: `# Worker\nworker.threads=8\nworker.queue=orders\nspring.datasource.url=jdbc:postgresql://db:5432/shop\nspring.datasource.password=changeme\n`,
  shop_logging: `<?xml version="1.0" encoding="UTF-8"?>\n<Configuration status="warn">\n  <Appenders>\n    <Console name="out"><PatternLayout pattern="%d %-5level %msg%n"/></Console>\n  </Appenders>\n  <Loggers><Root level="info"><AppenderRef ref="out"/></Root></Loggers>\n</Configuration>\n`,
  shop_motd: 'Reports are made at 02:00.\nAsk the platform team before you change anything here.\n',
  shop_nginx_conf: `worker_processes auto;\n\nhttp {\n  gzip on;\n  server {\n    listen 80;\n    location /api/ { proxy_pass http://api; }\n  }\n}\n`,
  shop_favicon: Buffer.concat([Buffer.from('0000010001001010000001002000', 'hex'), randomBytes(1_100)]),
  billing_rules: `{\n  "currency": "KRW",\n  "roundTo": 10\n}\n`,
  'customer-relationship-templates-for-transactional-mails':
    'welcome:\n  subject: "환영합니다 🎉"\n  from: "고객 지원 <help@example.org>"\n',
  billing_rates: `{\n  "EUR": 1,\n  "KRW": 1490.2\n}\n`,
  search_synonyms: 'honey, mel, 꿀\nhive, skep\n',
  old_banner: 'Closed on Monday.\n',
}

/** Secrets, whose values nobody needs to know; some of them with earlier versions. */
export const secretNames = [
  'shop_db_password',
  'shop_db_password_v2',
  'shop_db_password_v3',
  'shop_payment_token',
  'shop_tls_key',
  'shop_tls_key_v2',
  'billing_api_key',
  'unused_token',
  'mirror-password',
  'registry-credentials',
]
