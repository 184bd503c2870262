/** A stack to begin with: what nearly everybody needs, and nothing that has to exist beforehand. */
export const exampleStack = `services:
  web:
    image: nginx:1.27-alpine
    ports:
      - "8080:80"
    networks:
      - front
    healthcheck:
      test: ["CMD", "wget", "-qO-", "http://127.0.0.1/"]
      interval: 10s
      timeout: 3s
      retries: 3
    deploy:
      replicas: 2
      resources:
        limits:
          cpus: "0.50"
          memory: 128M
      update_config:
        order: start-first
        parallelism: 1
        failure_action: rollback

networks:
  front:
`
