using Research.Data;

namespace Research.Cli.Commands;

/// <summary>The file of an option --plot.</summary>
internal static class PlotPath
{
    private const string Extension = ".svg";

    /// <exception cref="UsageException">The file is not named as an SVG.</exception>
    public static string Checked(string path) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? path
            : throw new UsageException(
                $"--plot '{path}': the picture is SVG; name it {Path.GetFileNameWithoutExtension(path)}{Extension}."
            );
}
