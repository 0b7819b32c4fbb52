using System.IO.Compression;
using System.Text;
using Research.Data.Own;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Own;

public sealed class CourseArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CourseFolder _archive;

    public CourseArchiveTests()
    {
        Directory.CreateDirectory(_folder.File("source"));
        _archive = new CourseFolder(_folder.File("source"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Twenty_genres_become_ten_in_the_studys_order()
    {
        Dataset data = Added();
        Assert.Equal(
            ["Blues", "Classical", "Electronic", "Folk", "Hip-Hop", "Jazz", "Metal", "Pop", "Rock", "Trip-Hop"],
            data.Labels
        );
        int[] expected = [1, 1, 2, 2, 1, 1, 2, 1, 3, 1]; // genres of each
        Assert.Equal(expected.Select(n => 2 * n), Counts(data, Subset.Train));
        Assert.Equal(expected, Counts(data, Subset.Test));
        Assert.Equal(("Electronic", "101"), (Item(data, "101").Label, Item(data, "101").Group)); // Chiptune
    }

    [Fact]
    public void A_matrix_has_a_row_a_frame_and_mel_before_chroma()
    {
        Matrix matrix = Item(Added(), "300").Matrix;
        Assert.Equal((CourseFolder.Frames, 140), (matrix.Rows, matrix.Columns));
        Assert.Equal(1300.139, matrix[1, 139], 1e-9);
    }

    [Fact]
    public void Arrays_that_were_unzipped_on_the_way_are_found_by_their_number()
    {
        string zipped = _archive.WriteArray("train", 100);
        using (GZipStream packed = new(File.OpenRead(zipped), CompressionMode.Decompress))
        using (FileStream plain = File.Create(zipped[..^3]))
        {
            packed.CopyTo(plain);
        }

        Refused("train_labels.txt, line 2: names '100.fused.full.npy.gz', and the folder train has train/100.fused.full.npy and");
        File.Delete(zipped);
        Assert.Equal(100, Item(Added(), "100").Matrix[0, 0]);
    }

    [Fact]
    public void The_multitask_archive_has_three_targets_and_no_class()
    {
        File.WriteAllLines(_folder.File("source/train_labels.txt"), ["Id\tvalence\tenergy\tdanceability", "100\t0.25\t0.5\t1"]);
        File.Delete(_folder.File("source/test_labels.txt"));
        foreach (
            string file in Directory
                .GetFiles(_folder.File("source/train"))
                .Where(file => !file.Contains("/100", StringComparison.Ordinal))
        )
        {
            File.Delete(file);
        }

        Item item = Assert.Single(Added().Items);
        Assert.Equal((null, null), (item.Label, item.Subset));
        Assert.Equal([0.25, 0.5, 1], new[] { "valence", "energy", "danceability" }.Select(name => item.Targets[name]));
    }

    [Fact]
    public void Labels_with_a_fault_are_refused_with_file_and_line()
    {
        Fault("Polka", "train_labels.txt, line 42: the genre 'Polka' is none of the course's twenty");
        Fault("", "train_labels.txt, line 42: has no genre");
        _archive.WriteLabels("train", [.. Rows("train"), CourseFolder.Row(999, "Jazz")]);
        Refused("train_labels.txt, line 42: names '999.fused.full.npy.gz', and the folder train has no such array");
        File.Delete(_folder.File("source/train_labels.txt"));
        Refused("train_labels.txt");
    }

    [Theory]
    [InlineData("0.25\t\t1", "'' stands under 'energy', where a finite number is needed")]
    [InlineData("0.25\tNaN\t1", "'NaN' stands under 'energy', where a finite number is needed")]
    [InlineData("0.25\t0.5", "")]
    public void Targets_that_are_missing_or_no_numbers_are_refused_with_file_and_line(string values, string words)
    {
        File.WriteAllLines(
            _folder.File("source/train_labels.txt"),
            ["Id\tvalence\tenergy\tdanceability", "100\t0.25\t0.5\t1", $"200\t{values}"]
        );
        File.Delete(_folder.File("source/test_labels.txt"));
        Refused("train_labels.txt, line 3");
        Refused(words);
    }

    [Fact]
    public void A_row_without_a_name_is_refused_with_file_and_line()
    {
        _archive.WriteLabels("train", [.. Rows("train"), "\tJazz"]);
        Refused("train_labels.txt, line 42: names '', and the folder train has no such array");
    }

    [Fact]
    public void An_array_without_a_row_and_a_track_in_both_parts_are_refused()
    {
        _archive.WriteArray("test", 500);
        Refused("Among the arrays, but not in the labels: test/500.fused.full.npy.gz");
        File.Delete(_folder.File("source/test/500.fused.full.npy.gz"));
        _archive.WriteArray("test", 100);
        _archive.WriteLabels("test", [.. Rows("test"), CourseFolder.Row(100, "Blues")]);
        Refused("More than once in the labels: 100");
    }

    [Fact]
    public void A_class_without_tracks_after_merging_is_named()
    {
        _archive.WriteLabels("test", Rows("test").Where(row => !row.EndsWith("\tPop", StringComparison.Ordinal)));
        Refused("test_labels.txt: once labels are merged and dropped, no track is left of Pop;");
    }

    [Fact]
    public void Arrays_with_a_fault_are_refused_with_file_and_row()
    {
        Matrix nan = CourseFolder.Sample(100);
        nan[7, 2] = double.NaN;
        _archive.Write("train", 100, nan);
        Refused("100.fused.full.npy.gz: Row 7, column 2 (from 0) is NaN");
        _archive.Write("train", 100, new Matrix(128, 4));
        Refused("100.fused.full.npy.gz: has the shape (128, 4); 140 rows are needed");
    }

    [Theory]
    [InlineData("|O", "holds pickled Python objects, which could run code and are never read")]
    [InlineData("<c8", "holds numbers of the type '<c8'")]
    public void Objects_and_other_types_are_refused_unread(string type, string words)
    {
        string path = _archive.WriteArray("train", 100);
        byte[] header = Encoding.ASCII.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': (140, 1), }}\n");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            packed.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header]);
            packed.Write("\x80\u0003cos\nsystem\n"u8); // the beginning of a pickle that would run a program
        }

        Refused("100.fused.full.npy.gz: " + words);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void A_gzip_that_is_cut_short_is_refused(double share)
    {
        string path = _archive.WriteArray("train", 100);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(int)(share * whole.Length)]);
        Refused("100.fused.full.npy.gz: ");
    }

    [Fact]
    public void Mutated_label_files_are_read_or_refused_soon()
    {
        string path = _folder.File("source/train_labels.txt");
        MutatedBytes
            .Of(File.ReadAllBytes(path))
            .HoldsFor(
                200,
                file =>
                {
                    File.WriteAllBytes(path, file);
                    HostileInput.IsReadOrRefused(
                        () => CourseArchive.Open(_folder.File("source")),
                        16 << 20,
                        error => error is ResearchException
                    );
                }
            );
    }

    [Fact]
    public void Mutated_arrays_are_stored_or_refused_soon()
    {
        string path = _archive.WriteArray("train", 100);
        byte[] whole = File.ReadAllBytes(path);
        MutatedBytes
            .Of(whole)
            .HoldsFor(
                200,
                file =>
                {
                    File.WriteAllBytes(path, file);
                    HostileInput.IsReadOrRefused(
                        () => OwnArrays.Load(path),
                        (1 << 20) + (8 * 1032L * file.Length),
                        error => error is ResearchException
                    );
                }
            );
    }

    private void Fault(string genre, string words)
    {
        string[] rows = Rows("train");
        _archive.WriteLabels("train", [.. rows, CourseFolder.Row(100, genre)]);
        Refused(words);
        _archive.WriteLabels("train", rows);
    }

    private string[] Rows(string part) => File.ReadAllLines(_folder.File($"source/{part}_labels.txt"))[1..];

    private void Refused(string words)
    {
        string message = Assert.Throws<ResearchException>(() => Added()).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        if (Directory.Exists(_folder.File("target")))
        {
            Directory.Delete(_folder.File("target"), recursive: true);
        }
    }

    private Dataset Added()
    {
        var archive = CourseArchive.Open(_folder.File("source"));
        OwnCheck.Check(archive.Items, archive.Present(archive.Items), archive.Things, grouped: false);
        Directory.CreateDirectory(_folder.File("target"));
        archive.Write(archive.Items, _folder.File("target"));
        return new Dataset("course", "1", "", Synthetic: false, OwnDataset.Read(_folder.File("target")));
    }

    private static Item Item(Dataset data, string id) => data.Items.Single(item => item.Id == id);

    private static IEnumerable<int> Counts(Dataset data, Subset subset) =>
        data.Labels.Select(label => data.Items.Count(item => item.Label == label && item.Subset == subset));
}
