# crosscheck with everything that it needs but PostgreSQL and Redis, which compose.yaml has beside it.
FROM maven:3.9-eclipse-temurin-17

WORKDIR /crosscheck
RUN chown 1000:1000 /crosscheck
# An embedded PostgreSQL does not start as root, and reports should belong to a person.
USER 1000:1000
ENV MAVEN_CONFIG=/crosscheck/.m2 \
    MAVEN_OPTS="-Dmaven.repo.local=/crosscheck/.m2/repository -Duser.home=/crosscheck"

COPY --chown=1000:1000 . .
RUN mvn -B -ntp -q test-compile

CMD ["mvn", "-B", "-ntp", "gatling:test"]
