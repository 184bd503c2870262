# Skep's image. Run it on a manager, in the group that may use the socket, with a volume for /data, behind a proxy with TLS:
#   docker service create --name skep --constraint node.role==manager --group "$(stat -c %g /var/run/docker.sock)" \
#     --mount type=bind,source=/var/run/docker.sock,target=/var/run/docker.sock \
#     --mount type=volume,source=skep,target=/data \
#     --env SKEP_ORIGIN=https://skep.example.org --publish mode=host,published=3000,target=3000 skep
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
