using System.Buffers.Binary;
using Research.NativeLibraries.Elf;
using Research.Numerics;

namespace Research.NativeLibraries;

/// <summary>Marks a version that a library asks for as one that it can do without.</summary>
/// <remarks>
/// TorchSharp's shim is linked against a newer libstdc++ than Debian 12's and uses no symbol of the newer version, so that it runs there once the
/// loader no longer insists (ADR 24). Nothing else of the file changes.
/// </remarks>
public static class WeakVersions
{
    /// <summary>Marks the need in place.</summary>
    /// <param name="library">The whole file.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="version">Such as GLIBCXX_3.4.32.</param>
    /// <returns>Whether bytes changed; they do not where the version is not asked for or is weak already.</returns>
    /// <exception cref="ResearchException">It is no library.</exception>
    public static bool Mark(Memory<byte> library, string name, string version)
    {
        VersionNeed[] strict = [.. ElfLibrary.Read(library, name).Needs.Where(need => need.Version == version && !need.IsWeak)];
        foreach (VersionNeed need in strict)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(library.Span[need.FlagsOffset..], (ushort)(need.Flags | VersionNeed.Weak));
        }

        return strict.Length > 0;
    }
}
