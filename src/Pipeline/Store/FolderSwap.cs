using System.Runtime.InteropServices;

namespace Research.Pipeline.Store;

/// <summary>Puts a finished folder in the place of another.</summary>
internal static partial class FolderSwap
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// By one rename: where there is a folder already, Linux exchanges the two at once; elsewhere the old one goes aside first, and
    /// a kill in between leaves none, which the next run puts back from the store.
    /// </summary>
    /// <param name="fresh">The finished folder.</param>
    /// <param name="target">Its place.</param>
    /// <param name="aside">A free path on the same disk for the old one.</param>
    public static void Put(string fresh, string target, string aside)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!Directory.Exists(target))
        {
            Directory.Move(fresh, target);
            return;
        }

        if (OperatingSystem.IsLinux() && Rename(CurrentFolder, fresh, CurrentFolder, target, Exchange) == 0)
        {
            return;
        }

        Directory.Move(target, aside);
        Directory.Move(fresh, target);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
