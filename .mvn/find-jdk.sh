# Sourced by ./mvnw and ./run: keeps a JAVA_HOME of 21 or newer, else points it at the newest JDK of this machine.
# The first line of a JDK's "release" file that names JAVA_VERSION tells its version without starting it.

tillstream_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

tillstream_find_jdk() {
  major=$(tillstream_jdk_major "${JAVA_HOME:-}") && [ "${major:-0}" -ge 21 ] && return
  newest=0
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/javac}
  for home in "${JDK_HOME:-}" "$on_path" /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
      "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    major=$(tillstream_jdk_major "$home") || continue
    if [ "${major:-0}" -gt "$newest" ]; then
      newest=$major
      JAVA_HOME=$home
    fi
  done
  if [ "$newest" -lt 21 ]; then
    echo "No JDK 21 or newer found. Install one (Temurin, for example) or set JAVA_HOME to it, then run this again." >&2
    exit 2
  fi
  export JAVA_HOME
}

tillstream_find_jdk

# Maven 3.9's own libraries make newer JDKs print warnings about Unsafe; the option exists since 23.
if [ "$(tillstream_jdk_major "$JAVA_HOME")" -ge 23 ]; then
  export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
fi
