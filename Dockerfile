# Builds the one runnable jar, then runs it as a user without rights on a read-only file system:
#   docker build -t wegwijzer .
#   docker run --read-only --tmpfs /tmp -v wegwijzer-data:/data -p 8080:8080 wegwijzer serve --demo
FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
RUN mvn --batch-mode --no-transfer-progress dependency:go-offline
COPY src src
COPY web web
COPY nlp-models nlp-models
RUN mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin wegwijzer \
    && mkdir /data \
    && chown wegwijzer /data
COPY --from=build /build/target/wegwijzer.jar /opt/wegwijzer.jar
USER 10001
VOLUME /data
ENV WEGWIJZER_DATA=/data \
    WEGWIJZER_HOST=0.0.0.0 \
    WEGWIJZER_MANAGEMENT_HOST=127.0.0.1
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-jar", "/opt/wegwijzer.jar", "health"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/wegwijzer.jar"]
CMD ["serve"]
