using System.CommandLine;
using Research.Cli.Commands;
using Research.Data;
using Research.Numerics;
using Research.Results.Svg;
using Research.Results.TimePlots;

namespace Research.Cli.Features;

/// <summary>What --plot draws: the rows that are printed, kept until all are there.</summary>
internal sealed class FeaturePlot
{
    private readonly string _path;
    private readonly List<Matrix> _parts = [];

    private FeaturePlot(string path) => _path = path;

    public static Option<string?> Option() =>
        new("--plot") { Description = "Draws the rows over time as well, into this SVG file.", HelpName = "file.svg" };

    /// <summary>Null where none is wanted.</summary>
    /// <exception cref="UsageException">The file is not named as an SVG.</exception>
    public static FeaturePlot? To(string? path) => path is null ? null : new(PlotPath.Checked(path));

    public void Add(Matrix rows) => _parts.Add(rows);

    /// <summary>Draws and writes it.</summary>
    /// <param name="heading">The heading of a column, from 0, among so many.</param>
    public void Save(string title, Func<int, int, string> heading)
    {
        int columns = _parts[0].Columns;
        string[] headings = [.. Enumerable.Range(0, columns).Select(column => heading(column, columns))];
        File.WriteAllText(_path, SvgFile.Of(TimePlot.Of(title, headings, Together(columns))));
    }

    private Matrix Together(int columns)
    {
        var all = new Matrix(_parts.Sum(part => part.Rows), columns);
        int row = 0;
        foreach (Matrix part in _parts)
        {
            part.Values.CopyTo(all.Values[(row * columns)..]);
            row += part.Rows;
        }

        return all;
    }
}
