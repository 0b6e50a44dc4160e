abi <abi/4.0>,
include <tunables/global>

# Evenhand speaks to nobody. Whatever the program, its pages or a program that it starts may come to, this profile leaves
# them everything that a program of the person may do, except the network: no connection, no name, no datagram.
# Installed by the deb package where AppArmor is new enough; elsewhere the program runs without it.
profile "${executable}" "/opt/${sanitizedProductName}/${executable}" flags=(attach_disconnected,mediate_deleted) {
  capability,
  file rwlkm /{**,},
  ix /**,
  mount,
  umount,
  pivot_root,
  ptrace,
  signal,
  dbus,
  mqueue,
  io_uring,
  userns,

  # Sockets between processes of this computer, and the kernel's own news.
  unix,
  network unix,
  network netlink,
  deny network inet,
  deny network inet6,
  deny network packet,
  deny network bluetooth,
  deny network vsock,

  # Site-specific additions and overrides. See local/README for details.
  include if exists <local/${executable}>
}
