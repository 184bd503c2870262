/**
 * Passwords of eight characters and more that guessing starts with, in lower case: from the well-known lists, and what
 * somebody setting up a Docker dashboard would think of first.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  12345678 123456789 1234567890 12345678910 0123456789 987654321 9876543210 87654321 11223344 1122334455 112233445566
  123123123 123321123 12341234 123454321 147258369 159753456 19871987 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx
  1qaz2wsx3edc 1qazxsw2 q1w2e3r4 q1w2e3r4t5 qazwsxedc qwer1234 asdf1234 zxcv1234 zxcvbnm1 asdfghjkl asdfghjk qwertyui
  qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 abcd1234 abc12345 abc123456 a1b2c3d4 a1234567 a12345678 aa123456
  aa12345678 abcdefgh abcdefghi password password1 password12 password123 password1234 password! password1! passw0rd
  p@ssw0rd p@ssword p@ssw0rd1 pa55word pa$$word passwort mypassword yourpassword newpassword letmein1 letmein123 welcome1
  welcome12 welcome123 iloveyou iloveyou1 sunshine princess football baseball basketball superman trustno1 starwars
  whatever computer internet michelle jennifer jordan23 liverpool chocolate butterfly samsung1 corvette mercedes dragon123
  monkey123 shadow123 master123 administrator admin123 admin1234 admin12345 admin123456 adminadmin root1234 rootroot
  toor1234 test1234 testtest test12345 tester123 guest123 user1234 default1 changeme changeme1 changeme123 change_me
  changeit secret123 secretsecret temp1234 temppass letmeinnow iamadmin superuser operator manager1 portainer
  portainer1 docker123 dockerdocker docker1234 swarm123 dockerswarm swarmswarm skepskep skep1234 honeybee
  correcthorse correcthorsebatterystaple raspberry server123 server1234 company123
  summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026
  dkssud123 dkssudgktpdy tkfkdgo1 tkfkdgody qlalfqjsgh rhksflwk korea123 seoul123 daegu123 busan123
  `.split(/\s+/),
)
