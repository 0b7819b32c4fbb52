using System.Globalization;
using System.IO.Compression;
using System.Text;
using Research.Data.Tables;
using Research.Numerics;

namespace Research.Data.Datasets;

/// <summary>What FMA's table says of a track that is needed here.</summary>
/// <param name="Genre">The top genre; null where the artist named none or several.</param>
internal sealed record FmaTrack(string? Genre, string Artist, Subset Part);

/// <summary>FMA's tracks.csv: 106,574 rows of 53 columns below two lines of headings, such as "track" over "genre_top". Read row by row, as it has a quarter of a gigabyte.</summary>
internal static class FmaTracks
{
    private const string Table = "fma_metadata/tracks.csv";
    private const int LongestRow = 1 << 20; // characters; texts of artists go on for pages

    /// <summary>The tracks by name, six digits.</summary>
    /// <exception cref="ResearchException">The table is missing, or a row or heading is other than expected; the message names the row.</exception>
    public static IReadOnlyDictionary<string, FmaTrack> Of(ZipArchive metadata)
    {
        ZipArchiveEntry entry =
            metadata.GetEntry(Table) ?? throw new ResearchException($"fma_metadata.zip has no {Table}; fetch the dataset again.");
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        string[] above = Row(reader, 1) ?? [];
        string[] below = Row(reader, 2) ?? [];
        var columns = new Columns(
            Column(above, below, "set", "split"),
            Column(above, below, "artist", "id"),
            Column(above, below, "track", "genre_top")
        );
        _ = Row(reader, 3); // the name of the first column
        var tracks = new Dictionary<string, FmaTrack>();
        for (int number = 4; Row(reader, number) is { } cells; number++)
        {
            (string id, FmaTrack track) = TrackOf(cells, columns, number);
            tracks[id] = track;
        }

        return tracks;
    }

    private static (string Id, FmaTrack Track) TrackOf(string[] cells, Columns columns, int number)
    {
        string? fault =
            cells.Length <= columns.Last ? string.Create(CultureInfo.InvariantCulture, $"has {cells.Length} cells")
            : !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? $"'{cells[0]}' is no number of a track"
            : PartOf(cells[columns.Split]) is null ? $"'{cells[columns.Split]}' is none of training, validation, test"
            : null;
        if (fault is not null)
        {
            throw new ResearchException(string.Create(CultureInfo.InvariantCulture, $"{Table}, row {number}: {fault}."));
        }

        string genre = cells[columns.Genre];
        return (
            cells[0].PadLeft(6, '0'),
            new FmaTrack(genre.Length > 0 ? genre : null, cells[columns.Artist], PartOf(cells[columns.Split])!.Value)
        );
    }

    private static Subset? PartOf(string split) =>
        split switch
        {
            "training" => Subset.Train,
            "validation" => Subset.Validation,
            "test" => Subset.Test,
            _ => null,
        };

    private static int Column(string[] above, string[] below, string upper, string lower)
    {
        int column = Enumerable
            .Range(0, Math.Min(above.Length, below.Length))
            .FirstOrDefault(i => above[i] == upper && below[i] == lower, -1);
        return column >= 0 ? column : throw new ResearchException($"{Table}: has no column '{lower}' under '{upper}'.");
    }

    // A row goes on over lines while a quote is open. Null at the end.
    private static string[]? Row(StreamReader reader, int number)
    {
        var text = new StringBuilder();
        int quotes = 0;
        while (reader.ReadLine() is { } line)
        {
            text.Append(line).Append('\n');
            quotes += line.Count(c => c == '"');
            if (quotes % 2 == 0)
            {
                return new TextCells(text.ToString(), Table, ',').All() is [var row] ? row.Cells : [];
            }

            if (text.Length > LongestRow)
            {
                break;
            }
        }

        return text.Length == 0
            ? null
            : throw new ResearchException(
                string.Create(CultureInfo.InvariantCulture, $"{Table}, row {number}: a quote is opened and not closed.")
            );
    }

    private sealed record Columns(int Split, int Artist, int Genre)
    {
        public int Last => Math.Max(Split, Math.Max(Artist, Genre));
    }
}
