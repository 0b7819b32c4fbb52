using Research.Pipeline.Checkpoints;

namespace Research.Pipeline.Tests.Checkpoints;

public sealed class FileCheckpointsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_state_comes_back_as_it_was_saved()
    {
        New(0).Save("loop", writer => writer.Write(0.1));
        double read = 0;
        Assert.True(New(0).Resume("loop", reader => read = reader.ReadDouble()));
        Assert.Equal(0.1, read);
        Assert.False(New(0).Resume("other", _ => { }));
    }

    [Fact]
    public void Nothing_is_saved_within_the_interval_but_the_last_state_is()
    {
        FileCheckpoints checkpoints = New(3600);
        checkpoints.Save("loop", writer => writer.Write(1));
        Assert.False(checkpoints.Resume("loop", _ => { }));
        checkpoints.Save("loop", writer => writer.Write(2), last: true);
        Assert.True(checkpoints.Resume("loop", reader => Assert.Equal(2, reader.ReadInt32())));
    }

    [Fact]
    public void A_state_that_was_cut_short_or_edited_counts_for_nothing()
    {
        New(0).Save("loop", writer => writer.Write(7L));
        string file = Assert.Single(Directory.GetFiles(_folder));
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..^1]);
        Assert.False(New(0).Resume("loop", _ => { }));
        whole[^1] ^= 1;
        File.WriteAllBytes(file, whole);
        Assert.False(New(0).Resume("loop", _ => { }));
        File.WriteAllBytes(file, []);
        Assert.False(New(0).Resume("loop", _ => { }));
    }

    private FileCheckpoints New(double seconds) => new(_folder, TimeSpan.FromSeconds(seconds));
}
