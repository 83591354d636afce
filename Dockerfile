# Debian's Chromium prints the reports, in its own sandbox: see docker-compose.yml for what that needs.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .puppeteerrc.cjs ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install --yes --no-install-recommends chromium chromium-sandbox tini \
  && rm -rf /var/lib/apt/lists/* \
  && mkdir -m 0700 /data && chown node:node /data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/drizzle ./drizzle
COPY --from=build /app/seeds ./seeds
COPY --from=build /app/dist ./dist
ENV NODE_ENV=production \
  DATA_DIR=/data \
  PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Chromium leaves children behind when it dies; tini, as the first process, takes care of them and of signals.
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "--max-semi-space-size=8", "dist/main.js"]
