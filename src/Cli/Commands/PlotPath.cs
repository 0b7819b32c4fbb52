using Research.Data;

namespace Research.Cli.Commands;

/// <summary>The file of an option --plot.</summary>
internal static class PlotPath
{
    private const string Extension = ".svg";

    /// <exception cref="UsageException">The file is not named as an SVG, or its folder is not there.</exception>
    public static string Checked(string path) =>
        !path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? throw new UsageException(
                $"--plot '{path}': the picture is SVG; name it {Path.GetFileNameWithoutExtension(path)}{Extension}."
            )
        : Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder)
            ? throw new UsageException($"--plot '{path}': there is no folder {folder}.")
        : path;
}
