using System.Runtime.InteropServices;
using Research.Numerics;

namespace Research.NativeLibraries;

/// <summary>Where the loader of this system finds a library: asked of the loader itself, as search paths are many.</summary>
internal static class LoadedLibraries
{
    private const string Maps = "/proc/self/maps";

    /// <exception cref="ResearchException">The loader does not find it.</exception>
    public static string PathOf(string library)
    {
        if (!NativeLibrary.TryLoad(library, out _))
        {
            throw new ResearchException($"The system has no {library}, which TorchSharp needs. Install it (Debian: libstdc++6).");
        }

        return PathIn(File.ReadLines(Maps), library)
            ?? throw new ResearchException($"{library} was loaded, and {Maps} does not name it. Mount /proc.");
    }

    /// <summary>The path among the lines of a process's memory map: address, rights, offset, device, inode, path.</summary>
    public static string? PathIn(IEnumerable<string> maps, string library) =>
        maps.Select(line => line.IndexOf('/', StringComparison.Ordinal) is >= 0 and int at ? line[at..] : "")
            .FirstOrDefault(path => IsOf(Path.GetFileName(path), library));

    // libstdc++.so.6 is a link to libstdc++.so.6.0.30, and the map names that.
    private static bool IsOf(string file, string library) =>
        file == library || file.StartsWith(library + ".", StringComparison.Ordinal);
}
