namespace Research.NativeLibraries.Elf;

/// <summary>A version of another library that a library asks for.</summary>
/// <param name="Library">Such as libstdc++.so.6.</param>
/// <param name="Version">Such as GLIBCXX_3.4.32.</param>
/// <param name="Flags">vna_flags: <see cref="Weak"/> or nothing.</param>
/// <param name="FlagsOffset">Where the two bytes of the flags lie in the file.</param>
public sealed record VersionNeed(string Library, string Version, ushort Flags, int FlagsOffset)
{
    /// <summary>VER_FLG_WEAK: the loader warns of a missing version, and goes on.</summary>
    public const ushort Weak = 2;

    public bool IsWeak => (Flags & Weak) != 0;
}
