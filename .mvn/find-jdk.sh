# Finds a JDK on this machine; sourced by mvnw and coachwhip, with bash 3.2 or later.
#
# It reads the file `release` that JDKs have in their folder, and where it can it starts no other
# program: the time it takes is part of the time that ./coachwhip takes to start.

# Where installers put JDKs. Some patterns match nothing here, or folders that are no JDK.
jdk_folders=(
  /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk*
  /Library/Java/JavaVirtualMachines/*/Contents/Home
  "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home
  /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.jbang/cache/jdks/*
)

# find_jdk MINIMUM TOOL
# Sets jdk_home to the first JDK of at least that version that has the tool (javac, or java where a
# run-time image will do) and jdk_version to its full version; else says what is missing and fails.
find_jdk() {
  jdk_seen=
  jdk_accept "${JAVA_HOME-}" "$@" || jdk_from_path "$@" || jdk_from_toolchains "$@" ||
    jdk_from_folders "$@" || {
    local found=${jdk_seen:+"; found only: $jdk_seen"}
    echo "${0##*/}: JDK $1 or later is needed and was not found$found. Install one, or set JAVA_HOME to it." >&2
    return 1
  }
}

# jdk_accept HOME MINIMUM TOOL: takes this JDK if it will do, and notes it if not.
jdk_accept() {
  [[ -n $1 && -x $1/bin/java ]] || return 1
  jdk_read_version "$1"
  local major=${jdk_version#1.}
  major=${major%%[!0-9]*}
  if [[ -n $major && $major -ge $2 && -x $1/bin/$3 ]]; then
    jdk_home=$1
    return 0
  fi
  local lacks=
  [[ -x $1/bin/$3 ]] || lacks=" without $3"
  # The same JDK may be reached by several ways.
  case $jdk_seen in
    *"($1)"*) ;;
    *) jdk_seen+="${jdk_seen:+, }${jdk_version:-unknown}$lacks ($1)" ;;
  esac
  return 1
}

# jdk_read_version HOME: sets jdk_version, empty if it cannot be told.
jdk_read_version() {
  jdk_version=
  local line
  if [[ -r $1/release ]]; then
    while IFS= read -r line || [[ -n $line ]]; do
      if [[ $line == JAVA_VERSION=* ]]; then
        line=${line#JAVA_VERSION=}
        jdk_version=${line//[$'"\r']/}
        return
      fi
    done <"$1/release"
  fi
  jdk_ask "$1/bin/java" java.version
  jdk_version=$jdk_answer
}

# jdk_ask JAVA PROPERTY: sets jdk_answer to a property that this java has of itself; slow.
jdk_ask() {
  jdk_answer=
  local line
  while IFS= read -r line; do
    if [[ $line == *" $2 = "* ]]; then
      jdk_answer=${line#*" $2 = "}
      jdk_answer=${jdk_answer%$'\r'}
    fi
  done < <("$1" -XshowSettings:properties -version 2>&1)
}

# The java on PATH is mostly a symbolic link into a JDK's folder.
jdk_from_path() {
  local folder java= home
  local IFS=:
  for folder in $PATH; do
    if [[ -x $folder/java && ! -d $folder/java ]]; then
      java=$folder/java
      break
    fi
  done
  [[ -n $java ]] || return 1
  unset IFS
  home=${java%/bin/java}
  if [[ -r $home/release ]]; then
    jdk_accept "$home" "$@"
    return
  fi
  for home in "${jdk_folders[@]}"; do
    if [[ $home/bin/java -ef $java ]]; then
      jdk_accept "$home" "$@"
      return
    fi
  done
  jdk_ask "$java" java.home
  jdk_accept "$jdk_answer" "$@"
}

# Maven's own list of JDKs.
jdk_from_toolchains() {
  local line home toolchains=$HOME/.m2/toolchains.xml
  [[ -r $toolchains ]] || return 1
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ $line == *"<jdkHome>"*"</jdkHome>"* ]]; then
      home=${line#*<jdkHome>}
      jdk_accept "${home%%</jdkHome>*}" "$@" && return
    fi
  done <"$toolchains"
  return 1
}

jdk_from_folders() {
  local home
  for home in "${jdk_folders[@]}"; do
    jdk_accept "$home" "$@" && return
  done
  return 1
}
