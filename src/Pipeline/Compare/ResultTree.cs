using System.Diagnostics;
using System.Formats.Tar;
using Research.Numerics;

namespace Research.Pipeline.Compare;

/// <summary>The tables and run records of a folder of results, or of the folder results/ at a git revision.</summary>
/// <param name="Files">Content by path, with '/'.</param>
public sealed record ResultTree(IReadOnlyDictionary<string, byte[]> Files)
{
    private const string Results = "results";

    /// <summary>A folder if there is one of that name, else a git revision.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static ResultTree Of(string name, string root) => Directory.Exists(name) ? OfFolder(name) : OfRevision(name, root);

    public static ResultTree OfFolder(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(IsResult)
                .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes)
        );

    private static ResultTree OfRevision(string revision, string root)
    {
        if (revision.StartsWith('-'))
        {
            throw new UsageException($"'{revision}' is no folder and no git revision.");
        }

        var start = new ProcessStartInfo("git", ["-C", root, "archive", "--format=tar", revision, "--", Results])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process git = Process.Start(start)!;
            Task<string> errors = git.StandardError.ReadToEndAsync();
            var files = new Dictionary<string, byte[]>();
            using var archive = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(archive);
            git.WaitForExit();
            if (git.ExitCode != 0)
            {
                throw new UsageException(
                    $"'{revision}' is no folder, and git has no results at that revision: {errors.Result.Trim()}"
                );
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            while (reader.GetNextEntry() is { } entry)
            {
                if (entry.DataStream is { } data && IsResult(entry.Name))
                {
                    using var content = new MemoryStream();
                    data.CopyTo(content);
                    files[entry.Name[(Results.Length + 1)..]] = content.ToArray();
                }
            }

            return new ResultTree(files);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UsageException($"'{revision}' is no folder, and git cannot be run: {error.Message}");
        }
    }

    private static bool IsResult(string path) =>
        path.EndsWith(".csv", StringComparison.Ordinal) || Path.GetFileName(path) == RunRecord.File;
}
