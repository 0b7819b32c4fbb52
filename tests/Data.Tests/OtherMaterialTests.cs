using System.Globalization;
using System.IO.Compression;
using Research.Data.Splits;
using Research.Numerics;

namespace Research.Data.Tests;

/// <summary>Datasets that are no recordings with classes: small readers as a music study would write them.</summary>
public class OtherMaterialTests
{
    [Fact]
    public void An_archive_of_spectrograms_is_listed_now_and_unpacked_when_asked()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "mel.zip");
        using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Put(zip, "jazz/jazz.00001.csv", "1,2,3\n4,5,6\n");
            Put(zip, "rock/rock.00007.csv", "damaged");
        }

        IReadOnlyList<Item> items = Spectrograms(path);
        Assert.Equal(["jazz", "rock"], items.Select(item => item.Label));
        Assert.Equal((2, 3), (items[0].Matrix.Rows, items[0].Matrix.Columns));
        Assert.Equal(6, items[0].Matrix[1, 2]);
        Assert.Throws<FormatException>(() => items[1].Matrix);
    }

    [Fact]
    public void A_piece_is_its_notes_or_its_rendering_with_a_group_and_real_valued_targets()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "zelda_overworld.notes"), "0,0.5,69\n0.5,0.5,81\n");
        Item notes = Assert.Single(Pieces(folder.Path, rendered: false));
        Item sound = Assert.Single(Pieces(folder.Path, rendered: true));
        Assert.Equal(("zelda", 0.8), (notes.Group, notes.Targets["valence"]));
        Assert.Equal(81, notes.Matrix[1, 2]);
        Assert.Equal(1.0, sound.Waveform.DurationSeconds, 9);
    }

    [Fact]
    public void A_table_of_features_with_annotations_and_no_classes_can_be_split_by_artist()
    {
        const string table =
            "track,artist,tempo,loudness,danceability\n1,a,120,-7,0.8\n2,b,90,-9,0.3\n3,a,100,-5,0.6\n4,c,80,-12,0.2\n";
        var data = new Dataset("tracks", "1", "", Synthetic: false, Rows(table));
        Assert.Empty(data.Labels);
        Assert.Equal([120, -7], data.Items[0].Matrix.Row(0).ToArray());
        Assert.Equal([0.8, 0.3, 0.6, 0.2], data.Items.Select(item => item.Targets["danceability"]));
        var protocol = new RandomSplit
        {
            Test = new()
            {
                Fraction = 0.4,
                Draw = Draw.Groups,
                Stream = "tracks/test",
            },
            Validation = new NoValidation(),
        };
        foreach (ulong seed in new ulong[] { 1, 2, 3, 4, 5, 6 })
        {
            TrainValidationTest parts = protocol.Of(SplitItems.Of(data), seed);
            Assert.Empty(Artists(parts.Train).Intersect(Artists(parts.Test)));
        }

        IEnumerable<string> Artists(int[] items) => items.Select(i => data.Items[i].Group);
    }

    private static Item[] Spectrograms(string path)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        return
        [
            .. zip
                .Entries.Select(entry => entry.FullName)
                .Order(StringComparer.Ordinal)
                .Select(name => new Item(
                    Path.GetFileNameWithoutExtension(name),
                    Path.GetDirectoryName(name),
                    name,
                    null,
                    new MatrixContent(() => Unpack(path, name))
                )),
        ];
    }

    private static Matrix Unpack(string path, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return Numbers(reader.ReadToEnd());
    }

    private static Item[] Pieces(string folder, bool rendered) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.notes")
                .Order(StringComparer.Ordinal)
                .Select(file => new Item(
                    Path.GetFileNameWithoutExtension(file),
                    null,
                    Path.GetFileName(file).Split('_')[0],
                    null,
                    rendered ? new WaveformContent(() => Render(Notes(file))) : new MatrixContent(() => Notes(file))
                )
                {
                    Targets = new Dictionary<string, double> { ["valence"] = 0.8 },
                }),
        ];

    private static Matrix Notes(string file) => Numbers(File.ReadAllText(file));

    // A square wave is enough here: the last note ends the piece.
    private static Waveform Render(Matrix notes)
    {
        double seconds = notes[notes.Rows - 1, 0] + notes[notes.Rows - 1, 1];
        return new([.. Enumerable.Range(0, (int)(seconds * 8000)).Select(n => n / 9 % 2 == 0 ? 0.5 : -0.5)], 8000);
    }

    private static Item[] Rows(string table) =>
        [
            .. table
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(cells => new Item(
                    cells[0],
                    null,
                    cells[1],
                    null,
                    new MatrixContent(
                        Matrix.OfRows([
                            [Number(cells[2]), Number(cells[3])],
                        ])
                    )
                )
                {
                    Targets = new Dictionary<string, double> { ["danceability"] = Number(cells[4]) },
                }),
        ];

    private static Matrix Numbers(string text) =>
        Matrix.OfRows([
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').Select(Number).ToArray()),
        ]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
