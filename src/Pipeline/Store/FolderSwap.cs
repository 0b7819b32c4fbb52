using System.Runtime.InteropServices;
using Research.Data.Store;

namespace Research.Pipeline.Store;

/// <summary>Puts a finished folder in the place of another.</summary>
internal static partial class FolderSwap
{
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// By one rename: where there is a folder already, Linux exchanges the two at once; elsewhere, and where the C library has no
    /// renameat2 (musl), the old one goes aside first, and a kill in between leaves none, which the next run puts back from the store.
    /// Windows renames no folder in which a program has something open: its files are replaced one by one then.
    /// </summary>
    /// <param name="fresh">The finished folder.</param>
    /// <param name="target">Its place.</param>
    /// <param name="aside">A free path on the same disk for the old one.</param>
    /// <exception cref="Numerics.ResearchException">A file in its place is open in another program.</exception>
    public static void Put(string fresh, string target, string aside) =>
        Put(fresh, target, aside, Rename, (from, to) => BusyFile.Retry(() => Directory.Move(from, to)));

    internal static void Put(string fresh, string target, string aside, RenameCall renameat2, Action<string, string> move)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!Directory.Exists(target))
        {
            move(fresh, target);
            return;
        }

        if (OperatingSystem.IsLinux() && Exchanges(fresh, target, renameat2))
        {
            return;
        }

        try
        {
            move(target, aside);
        }
        catch (IOException error) when (BusyFile.IsPassing(error)) // not where the user may not: that is another sentence
        {
            FolderFiles.Replace(fresh, target);
            return;
        }

        move(fresh, target);
    }

    private static bool Exchanges(string fresh, string target, RenameCall renameat2)
    {
        try
        {
            return renameat2(CurrentFolder, fresh, CurrentFolder, target, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    internal delegate int RenameCall(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
