using System.IO.Compression;
using Research.Data.Arrays;
using Research.Numerics;

namespace Research.Data.Tests.Own;

/// <summary>A small archive in exactly the course's layout: of each of the twenty genres two tracks in train, one in test.</summary>
internal sealed class CourseFolder
{
    public const int Frames = 4;

    public static readonly string[] Genres =
    [
        "Blues",
        "Chiptune",
        "Classical",
        "Electronic",
        "Folk",
        "Hip-Hop",
        "Indie-Rock",
        "International",
        "Jazz",
        "Metal",
        "Old-Time",
        "Pop",
        "Post-Punk",
        "Post-Rock",
        "Psych-Folk",
        "Psych-Rock",
        "Punk",
        "Rock",
        "Soundtrack",
        "Trip-Hop",
    ];

    private readonly string _folder;

    public CourseFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(Path.Combine(folder, "train"));
        Directory.CreateDirectory(Path.Combine(folder, "test"));
        WriteLabels("train", [.. Genres.SelectMany((genre, i) => new[] { Row(100 + i, genre), Row(200 + i, genre) })]);
        WriteLabels("test", [.. Genres.Select((genre, i) => Row(300 + i, genre))]);
        for (int i = 0; i < Genres.Length; i++)
        {
            WriteArray("train", 100 + i);
            WriteArray("train", 200 + i);
            WriteArray("test", 300 + i);
        }
    }

    public static string Row(int track, string genre) => FormattableString.Invariant($"{track}.fused.full.npy.gz\t{genre}");

    public void WriteLabels(string part, params IEnumerable<string> rows) =>
        File.WriteAllLines(Path.Combine(_folder, part + "_labels.txt"), rows.Prepend("Id\tGenre"));

    /// <summary>Band b of frame t holds track + b/1000 + 1000·t.</summary>
    public string WriteArray(string part, int track) => Write(part, track, Sample(track));

    public string Write(string part, int track, Matrix array)
    {
        string path = Path.Combine(_folder, part, FormattableString.Invariant($"{track}.fused.full.npy.gz"));
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        NpyWriter.Write(packed, array);
        return path;
    }

    public static Matrix Sample(int track)
    {
        var array = new Matrix(140, Frames);
        for (int b = 0; b < 140; b++)
        {
            for (int t = 0; t < Frames; t++)
            {
                array[b, t] = track + (b / 1000.0) + (1000 * t);
            }
        }

        return array;
    }
}
