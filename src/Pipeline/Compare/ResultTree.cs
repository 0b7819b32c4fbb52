using System.ComponentModel;
using System.Formats.Tar;
using System.Text;
using CliWrap;
using Research.Data;
using Research.Pipeline.Store;

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

        using var archive = new MemoryStream();
        var errors = new StringBuilder();
        Command git = Cli.Wrap("git")
            .WithArguments(["-C", root, "archive", "--format=tar", revision, "--", Results])
            .WithStandardOutputPipe(PipeTarget.ToStream(archive))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(errors))
            .WithValidation(CommandResultValidation.None);
        try
        {
            CommandResult result = git.ExecuteAsync().GetAwaiter().GetResult();
            if (!result.IsSuccess)
            {
                throw new UsageException(
                    $"'{revision}' is no folder, and git has no results at that revision: {errors.ToString().Trim()}"
                );
            }
        }
        catch (Win32Exception error)
        {
            throw new UsageException($"'{revision}' is no folder, and git cannot be run: {error.Message}");
        }

        archive.Position = 0;
        return OfArchive(archive);
    }

    private static ResultTree OfArchive(Stream archive)
    {
        var files = new Dictionary<string, byte[]>();
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

    private static bool IsResult(string path) =>
        path.EndsWith(".csv", StringComparison.Ordinal) || Path.GetFileName(path) == RunRecord.File;
}
