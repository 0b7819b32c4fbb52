using Research.NativeLibraries.Elf;
using Research.Numerics;

namespace Research.NativeLibraries;

/// <summary>The build step for TorchSharp's shim: LIBRARY PROVIDER VERSION marks the version as weak in LIBRARY, where PROVIDER has no such version.</summary>
internal static class Program
{
    private const string Usage = "usage: Research.NativeLibraries LIBRARY PROVIDER VERSION";

    public static int Main(string[] args)
    {
        try
        {
            if (args is not [var library, var provider, var version])
            {
                throw new ResearchException(Usage);
            }

            Weaken(library, LoadedLibraries.PathOf(provider), version);
            return 0;
        }
        catch (Exception error) when (error is ResearchException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            return 1;
        }
    }

    /// <summary>A fresh file takes the library's place by one rename: a process that has the old one mapped keeps it.</summary>
    /// <param name="provider">Path of the library that should define the version.</param>
    internal static void Weaken(string library, string provider, string version)
    {
        if (ElfLibrary.Read(File.ReadAllBytes(provider), Path.GetFileName(provider)).Defines.Contains(version))
        {
            return;
        }

        byte[] bytes = File.ReadAllBytes(library);
        if (WeakVersions.Mark(bytes, Path.GetFileName(library), version))
        {
            string fresh = library + ".weak";
            File.WriteAllBytes(fresh, bytes);
            File.Move(fresh, library, overwrite: true);
        }
    }
}
