# One build for every service: docker build --build-arg SERVICE=ingest-service .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# The tests ran before an image is built: here the jars are made, and taken apart into layers.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -q -ntp -DskipTests -Dspotless.check.skip -am package \
      -pl ingest-service,dispatch-service,warehouse-service,analytics-service \
    && for service in ingest-service dispatch-service warehouse-service analytics-service; do \
         java -Djarmode=tools -jar $service/target/$service-*-exec.jar \
           extract --layers --launcher --destination /layers/$service || exit 1; \
       done

FROM eclipse-temurin:25-jre
ARG SERVICE
RUN useradd --system --uid 10001 --no-create-home tillstream
WORKDIR /app
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC -Djava.io.tmpdir=/tmp"
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
