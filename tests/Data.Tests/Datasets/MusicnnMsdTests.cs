using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Data.Tests.Datasets;

public sealed class MusicnnMsdTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Items_are_the_tensors_of_all_networks_in_order_of_their_names()
    {
        Write(
            "musicnn_msd",
            """[{"name":"dense/kernel","shape":[1,2,3],"offset":4},{"name":"a/gamma","shape":[1],"offset":0}]""",
            7
        );
        Write("head_deam", """[{"name":"bias","shape":[2],"offset":0}]""", 2);
        Write("head_emomusic", "[]", 0);
        IReadOnlyList<Item> items = MusicnnMsd.Read(_folder);
        Assert.Equal(["a/gamma", "deam/bias", "dense/kernel"], items.Select(item => item.Id));
        Assert.Equal(["musicnn_msd", "head_deam", "musicnn_msd"], items.Select(item => item.Group));
        Assert.Equal((2, 3), (items[2].Matrix.Rows, items[2].Matrix.Columns));
        Assert.Equal([1, 2, 3, 4, 5, 6], items[2].Matrix.Values.ToArray());
    }

    [Theory]
    [InlineData("""[{"name":"x","shape":[2,2],"offset":0}]""")]
    [InlineData("""[{"name":"x","shape":[3],"offset":4}]""")]
    [InlineData("""[{"name":"x","shape":[1],"offset":-4}]""")]
    [InlineData("""[{"name":"x","shape":[0],"offset":0}]""")]
    public void A_tensor_that_the_file_does_not_hold_is_named(string list)
    {
        Write("musicnn_msd", list, 3);
        var error = Assert.Throws<ResearchException>(() => MusicnnMsd.Read(_folder));
        Assert.Contains("musicnn_msd.json: 'x'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""[{"name":"x"}]""")]
    [InlineData("""[{"name":"x","shape":["a"],"offset":0}]""")]
    public void A_list_that_is_no_list_is_named(string list)
    {
        Write("musicnn_msd", list, 0);
        var error = Assert.Throws<ResearchException>(() => MusicnnMsd.Read(_folder));
        Assert.Contains("musicnn_msd.json is no list of tensors", error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string list, int floats)
    {
        File.WriteAllText(Path.Combine(_folder, $"{name}.json"), list);
        byte[] bytes = [.. Enumerable.Range(0, floats).SelectMany(i => BitConverter.GetBytes((float)i))];
        File.WriteAllBytes(Path.Combine(_folder, $"{name}.f32"), bytes);
    }
}
