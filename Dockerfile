# One build for every image: docker build --build-arg SERVICE=ingest-service .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
# The tests ran before an image is built: here the jars are made, and taken apart into layers.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -q -ntp -Dimage -DskipTests -Dspotless.check.skip -am package \
      -pl ingest-service,dispatch-service,warehouse-service,analytics-service,local/launcher \
    && for service in ingest-service dispatch-service warehouse-service analytics-service; do \
         java -Djarmode=tools -jar $service/target/$service-*-exec.jar \
           extract --layers --launcher --destination /layers/$service || exit 1; \
       done \
    # The launcher has no Spring in it, which the tool above needs.
    && cd /layers && mkdir -p launcher/dependencies launcher/spring-boot-loader launcher/snapshot-dependencies \
         launcher/application \
    && cd launcher/application && jar xf /src/local/launcher/target/local-launcher-*-exec.jar

FROM eclipse-temurin:25-jre
ARG SERVICE
# /out is where the demo leaves what it found, /state where it keeps keys; volumes there belong to the same user.
RUN useradd --system --uid 10001 --no-create-home tillstream && install -d -o 10001 /out && install -d -m 700 -o 10001 /state/.tillstream
WORKDIR /app
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/spring-boot-loader/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", \
  "-Djava.io.tmpdir=/tmp", "org.springframework.boot.loader.launch.JarLauncher"]
