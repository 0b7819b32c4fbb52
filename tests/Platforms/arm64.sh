# 64-bit Arm on an x86 machine, by qemu. Read by check.sh. It runs no vector of 256 bits, so the code without them is what is tried.

arm64_parts() { # qemu and Debian's libraries of arm64 into a folder: nothing is installed, so any user can
  command -v apt-get > /dev/null && command -v dpkg > /dev/null || return 1
  mkdir -p "$qemu/apt/state/lists/partial" "$qemu/apt/cache/archives/partial"
  touch "$qemu/apt/status"
  cat > "$qemu/arm.conf" << END
APT::Architecture "arm64";
APT::Architectures { "arm64"; };
Dir::State "$qemu/apt/state";
Dir::State::status "$qemu/apt/status";
Dir::Cache "$qemu/apt/cache";
END
  (
    set -e
    cd "$qemu"
    export APT_CONFIG=$qemu/arm.conf
    apt-get update -qq
    apt-get download -qq libc6 libstdc++6 libgcc-s1 zlib1g libssl3
    unset APT_CONFIG
    [ "$(id -u)" != 0 ] || apt-get update -qq
    apt-get download -qq qemu-user-static
    for package in *_arm64.deb; do dpkg -x "$package" libraries; done
    dpkg -x qemu-user-static*.deb program
  ) > "$work/log" 2>&1
}

check_arm64() {
  local qemu=$work/qemu
  arm64_parts || { skip "arm64: qemu or the libraries cannot be had (apt-get)"; return; }
  export QEMU_PROGRAM=$qemu/program/usr/bin/qemu-aarch64-static QEMU_LD_PREFIX=$qemu/libraries
  export DOTNET_EnableWriteXorExecute=0 # pages that are written and run at two addresses are slow there
  self_contained linux-arm64 "$work/arm64/program" || { ill "arm64: the programs cannot be assembled"; return; }
  runner=("$QEMU_PROGRAM") suffix=
  produce arm64 features || true
  same_part arm64 "features" '*.csv'
  produce arm64 codes || true
  same_part arm64 "exit codes and what is said" codes.txt
  produce arm64 recordings || true
  same_part arm64 "generated recordings" recordings.txt
  produce arm64 trainings || true
  same_part arm64 "trainings on 1, 2 and 4 threads, elementary functions" trainings.txt
  if "$here/in-arm64.sh" true; then
    runner=("$here/in-arm64.sh")
    produce arm64 tables || true
    tables_of arm64
  else
    skip "arm64: experiments through the engine (the kernel lets no user register qemu for its workers)"
  fi
  unset DOTNET_EnableWriteXorExecute QEMU_LD_PREFIX
}
