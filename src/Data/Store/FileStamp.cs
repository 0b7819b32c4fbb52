using System.Runtime.InteropServices;

namespace Research.Data.Store;

/// <summary>What the file system says of a file's content without reading it: size, times of change, identity.</summary>
/// <remarks>
/// The time of the last change of the inode (ctime) moves with every write and cannot be set by a program, so an edit that
/// restores the modification time still shows. Only Linux's statx is read; elsewhere, and where the C library has none (musl before 1.2.5),
/// there is no stamp and files are hashed anew.
/// </remarks>
public readonly partial record struct FileStamp(long Size, long Modified, long Changed, ulong Inode)
{
    private const int CurrentFolder = -100;
    private const uint BasicStats = 0x7ff;

    // A change within the clock tick of the last one leaves the stamp as it is.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the last change is so long ago that another would show; what has only just changed is not to be remembered.</summary>
    public bool IsSettled =>
        TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch - TimeSpan.FromMicroseconds(Changed / 1000) > Settled;

    /// <summary>Null where the system gives no stamp, or there is no such file.</summary>
    public static FileStamp? Of(string path) => OperatingSystem.IsLinux() ? Of(path, Call) : null;

    /// <param name="path">Of a file or a folder.</param>
    /// <param name="statx">The C library's.</param>
    internal static FileStamp? Of(string path, StatCall statx)
    {
        try
        {
            return statx(CurrentFolder, path, 0, BasicStats, out Statx stat) == 0
                ? new FileStamp((long)stat.Size, Nanoseconds(stat.Modified), Nanoseconds(stat.Changed), stat.Inode)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a path is a regular file itself: no link, pipe, socket or device. Told where there are stamps; elsewhere all that exists counts as one.</summary>
    public static bool IsRegular(string path) => !OperatingSystem.IsLinux() || IsRegular(path, Call);

    internal static bool IsRegular(string path, StatCall statx)
    {
        const int NoFollow = 0x100;
        const ushort Kind = 0xf000;
        const ushort Regular = 0x8000;
        try
        {
            return statx(CurrentFolder, path, NoFollow, BasicStats, out Statx stat) == 0 && (stat.Mode & Kind) == Regular;
        }
        catch (EntryPointNotFoundException)
        {
            return Path.Exists(path);
        }
    }

    private static long Nanoseconds(Timestamp time) => (time.Seconds * 1_000_000_000) + time.Nanoseconds;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Call(int folder, string path, int flags, uint mask, out Statx stat);

    internal delegate int StatCall(int folder, string path, int flags, uint mask, out Statx stat);

    // linux/stat.h: the layout is part of the kernel's interface, the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct Statx
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public Timestamp Changed;

        [FieldOffset(112)]
        public Timestamp Modified;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Timestamp
    {
        public long Seconds;
        public uint Nanoseconds;
        public int Padding;
    }
}
