using Research.Data.Locking;
using Research.Data.Store;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Locking;

public class DatasetLockTests
{
    [Fact]
    public void The_committed_lock_can_be_read_and_saved_without_a_change()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(RealData.Repository(), "datasets.lock");
        DatasetLock pins = DatasetLock.Load(path);
        Assert.Equal(
            [
                "fsdd",
                "ntua-digits",
                "ntua-phrases",
                "emodb-4",
                "emodb",
                "nemo-1057",
                "shemo-female",
                "shemo-male",
                "gtzan-specgrams",
                "gtzan-mel",
                "gtzan-clips",
                "music-features-gtzan",
                "music-features-emomusic",
                "music-features-ballroom",
                "music-features-speech-music",
                "fma-echonest",
                "fma-small",
                "fma-medium",
                "musicnn-msd",
                "squeezenet-imagenet",
                "squeezenet11-imagenet",
                "resnet18-onnx",
                "torchvision-alexnet",
                "torchvision-vgg16-bn",
                "torchvision-squeezenet11",
                "torchvision-resnet18",
                "torchvision-densenet121",
                "torchvision-inception-v3",
                "vgmidi",
                "emopia-midi",
                "memomusic-midi",
                "memomusic-audio",
                "eerola-360",
                "eerola-360-audio",
                "eerola-110",
                "piano-emotion",
                "groove-midi",
            ],
            pins.Datasets.Select(entry => entry.Id)
        );
        pins.Save(folder.File("again"));
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(folder.File("again")));
    }

    [Fact]
    public void The_whole_of_a_dataset_takes_the_place_of_the_part_and_of_nothing_else()
    {
        DatasetEntry whole = LockSamples.Entry with { Count = 3 };
        var own = new DatasetLock { Datasets = [whole] };
        var partial = new DatasetLock { Datasets = [LockSamples.Entry with { Partial = true }] };
        Assert.Equal(whole, Assert.Single(partial.With(own).Datasets));
        var all = new DatasetLock { Datasets = [LockSamples.Entry] };
        Assert.Contains(
            "'small' is there twice",
            Assert.Throws<ResearchException>(() => all.With(own)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_digest_is_of_sorted_lines_of_path_size_and_hash()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("b"), "");
        File.WriteAllText(folder.File("a"), "abc");
        string lines =
            "a\t3\tba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
            + "b\t0\te3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"; // FIPS 180-2's example, and the empty hash
        string expected = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(lines))
        );
        Assert.Equal(
            new ContentDigest($"sha256:{expected}", 2, 3),
            ContentDigest.Of(folder.Path, ["b", "a"], new FileHashes(null, false))
        );
    }

    [Fact]
    public void Patterns_name_files_of_one_folder()
    {
        Assert.True(FilePatterns.Match(["recordings/*.wav"], "recordings/a.wav"));
        Assert.False(FilePatterns.Match(["recordings/*.wav"], "recordings/deep/a.wav"));
        Assert.False(FilePatterns.Match(["recordings/*.wav"], "recordings/a.txt"));
        Assert.True(FilePatterns.Match(["one.wav"], "one.wav"));
        Assert.True(FilePatterns.Match(["samples/a_{1,20}.wav"], "samples/a_20.wav"));
        Assert.False(FilePatterns.Match(["samples/a_{1,20}.wav"], "samples/a_2.wav"));
        Assert.True(FilePatterns.Match(["wav/*{Fa,Wb}.wav"], "wav/03a01Wb.wav"));
        Assert.False(FilePatterns.Match(["wav/*{Fa,Wb}.wav"], "wav/03a01Wa.wav"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"datasets\":null}")]
    [InlineData("{\"datasets\":[null]}")]
    [InlineData("{\"datasets\":[],\"generated\":[null]}")]
    [InlineData("{\"datasets\":[{\"id\":\"x\"}]}")]
    public void A_broken_lock_is_told(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("lock"), text);
        Assert.Contains(
            "cannot be read as a dataset lock",
            Assert.Throws<ResearchException>(() => DatasetLock.Load(folder.File("lock"))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("id", "../outside")]
    [InlineData("id", "/absolute")]
    [InlineData("id", "a\u001b[31m")]
    [InlineData("id", "")]
    [InlineData("id", "..")]
    [InlineData("id", "nul")]
    [InlineData("digest", "sha256:0")]
    [InlineData("digest", "../../../../../../outside/outside/outside/outside/outside/outside/outside")]
    [InlineData("files", "../*.wav")]
    [InlineData("files", "/etc/passwd")]
    [InlineData("mirror", "../a.zip")]
    [InlineData("mirror", null)]
    [InlineData("and", "../a.zip")]
    [InlineData("and and", "a.zip")]
    [InlineData("keep", "..")]
    [InlineData("keep", "b/a.zip")]
    public void A_lock_whose_names_lead_elsewhere_is_refused(string member, string? value)
    {
        using var folder = new TemporaryFolder();
        DatasetEntry entry = LockSamples.Entry;
        DatasetSource source = entry.Sources[0];
        entry = member switch
        {
            "id" => entry with { Id = value! },
            "digest" => entry with { Digest = value! },
            "files" => entry with { Files = [value!] },
            "and" => entry with { Sources = [source with { And = [source with { Mirror = value }] }] },
            "and and" => entry with { Sources = [source with { And = [source with { And = [source] }] }] },
            "mirror" => entry with { Sources = [source with { Mirror = value }] },
            _ => entry with { Sources = [source with { Keep = value }] },
        };
        new DatasetLock { Datasets = [entry] }.Save(folder.File("lock"));
        ResearchException error = Assert.Throws<ResearchException>(() => DatasetLock.Load(folder.File("lock")));
        Assert.Contains("cannot be read as a dataset lock", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [Fact]
    public void A_lock_that_has_an_id_twice_is_refused()
    {
        using var folder = new TemporaryFolder();
        new DatasetLock { Datasets = [LockSamples.Entry, LockSamples.Entry with { Id = "SMALL" }] }.Save(folder.File("lock"));
        ResearchException error = Assert.Throws<ResearchException>(() => DatasetLock.Load(folder.File("lock")));
        Assert.Contains("is there twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_of_many_megabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("lock"), new byte[(1 << 22) + 1]);
        ResearchException error = Assert.Throws<ResearchException>(() => DatasetLock.Load(folder.File("lock")));
        Assert.Contains("it has more than 4194304 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_without_generated_datasets_has_none()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("lock"), "{\"datasets\":[]}");
        Assert.Empty(DatasetLock.Load(folder.File("lock")).Generated);
    }

    [Fact]
    public void An_unknown_dataset_is_told_with_the_known_ones()
    {
        DatasetLock pins = DatasetLock.Load(Path.Combine(RealData.Repository(), "datasets.lock"));
        Assert.Contains(
            "Known: fsdd, ntua-digits",
            Assert.Throws<UsageException>(() => pins.Find("fsd")).Message,
            StringComparison.Ordinal
        );
    }
}
