using Research.Report.Input;
using Research.Report.Svg;
using Research.Results.Charts;
using Research.Results.Tables;

namespace Research.Report.Figures;

/// <summary>From a chart and its table to drawings, one a panel.</summary>
internal static class Figures
{
    /// <param name="table">Gives a table by name; null where the experiment has none of it.</param>
    /// <exception cref="Numerics.ResearchException">A table or column that the chart needs is not there.</exception>
    public static IReadOnlyList<Drawing> Draw(Chart chart, Func<string, CsvTable> table)
    {
        CsvTable source = table(chart.Table);
        Rows.Need(source, chart, chart.Panels is null ? [] : [chart.Panels]);
        return
        [
            .. Rows.Of(source, chart)
                .Split(chart.Panels)
                .Where(panel => panel.Rows.Count > 0)
                .Select(panel => Draw(chart, panel.Name, panel.Rows, source, table)),
        ];
    }

    private static Drawing Draw(Chart chart, string panel, Rows rows, CsvTable source, Func<string, CsvTable> table)
    {
        string title = panel.Length == 0 ? chart.Title : $"{chart.Title}: {panel}";
        switch (chart)
        {
            case LineChart line:
                Rows.Need(source, line, [line.X, .. line.Ys, .. line.Series is null ? [] : new[] { line.Series }]);
                return LineFigure.Draw(line, rows, title);
            case ScatterChart scatter:
                Rows.Need(
                    source,
                    scatter,
                    [scatter.X, scatter.Y, scatter.Colour, .. scatter.Z is null ? [] : new[] { scatter.Z }]
                );
                return ScatterFigure.Draw(
                    scatter,
                    Some(rows.WithNumbers([scatter.X, scatter.Y, .. scatter.Z is null ? [] : new[] { scatter.Z }]), chart),
                    title
                );
            case HistogramChart histogram:
                Rows.Need(source, histogram, [histogram.Low, histogram.High, histogram.Height, histogram.Series]);
                return HistogramFigure.Draw(
                    histogram,
                    Some(rows.WithNumbers(histogram.Low, histogram.High, histogram.Height), chart),
                    title
                );
            case BarChart bar:
                string?[] columns = [.. bar.Labels, bar.Value, bar.Low, bar.High, bar.Published];
                Rows.Need(source, bar, columns.OfType<string>());
                return BarFigure.Draw(bar, rows, title);
            case MatrixChart matrix:
                Rows.Need(source, matrix, [matrix.Row]);
                return MatrixFigure.Draw(matrix, rows, title);
            case GridChart grid:
                Rows.Need(source, grid, [grid.X, grid.Y, grid.Value]);
                return GridFigure.Draw(grid, Some(rows.WithNumbers(grid.Value), chart), title);
            case SpectrogramChart spectrogram:
                Rows tracks = Rows.All(table(spectrogram.Tracks));
                tracks = spectrogram.Panels is null ? tracks : tracks.With(spectrogram.Panels, panel);
                return SpectrogramFigure.Draw(spectrogram, Some(rows.WithNumbers(spectrogram.Time), chart), tracks, title);
            case WaveformChart wave:
                string[] numbers = [wave.Seconds, wave.Low, wave.High, wave.Weight];
                Rows.Need(source, wave, numbers);
                return WaveformFigure.Draw(wave, Some(rows.WithNumbers(numbers), chart), title);
            default:
                throw new ArgumentException($"There is no figure for a {chart.GetType().Name}.", nameof(chart));
        }
    }

    private static Rows Some(Rows rows, Chart chart) =>
        rows.Count > 0
            ? rows
            : throw new Numerics.ResearchException(
                $"The chart '{chart.Title}' finds no row with all its numbers in '{chart.Table}'."
            );
}
