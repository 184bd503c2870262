# Skep's image. Run it on a manager, as a user that may use the socket (`--group-add` with the socket's group), with a volume
# for /data:
#   docker service create --name skep --constraint node.role==manager --publish 127.0.0.1:3000:3000 …
FROM node:24-bookworm-slim AS build
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /skep
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3 --ignore-scripts=false
COPY . .
RUN npm run build && mkdir /data && chown node:node /data && chmod 700 /data

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 SKEP_HOST=0.0.0.0 SKEP_PORT=3000 SKEP_DATA=/data
WORKDIR /skep
COPY --from=build --chown=root:root /skep/.next/standalone ./
COPY --from=build --chown=node:node /data /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=15s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
