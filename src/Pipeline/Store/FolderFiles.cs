using Research.Data.Store;
using Research.Numerics;

namespace Research.Pipeline.Store;

/// <summary>Files of a folder that cannot be renamed as a whole, because a program has it open.</summary>
internal static class FolderFiles
{
    /// <summary>Puts the files of a folder into another, one by one, and deletes what it had besides.</summary>
    /// <remarks>A kill in between leaves files of both; the next run sees that by their digests and puts them right.</remarks>
    /// <exception cref="ResearchException">A file is open in another program; the message names it.</exception>
    public static void Replace(string fresh, string target) => Replace(fresh, target, BusyFile.Replace);

    /// <param name="replace">Puts a file in the place of another.</param>
    internal static void Replace(string fresh, string target, Action<string, string> replace)
    {
        string[] names = NamesIn(fresh);
        foreach (string name in names)
        {
            string path = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Change(path, () => replace(Path.Combine(fresh, name), path));
        }

        foreach (string name in NamesIn(target).Except(names))
        {
            string path = Path.Combine(target, name);
            Change(path, () => BusyFile.Retry(() => File.Delete(path)));
        }
    }

    private static void Change(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception error)
            when (BusyFile.IsPassing(error) && (OperatingSystem.IsWindows() || error is not UnauthorizedAccessException))
        {
            throw new ResearchException(
                $"{path} cannot be replaced: another program has it open. Close it there and run again; what was computed is kept.",
                error
            );
        }
    }

    private static string[] NamesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
}
