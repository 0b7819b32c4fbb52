using Research.Data.Datasets;
using Research.Numerics;

namespace Research.Data.Tests.Datasets;

public sealed class ImageNetWeightsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Items_are_the_tensors_by_torchvisions_names_and_what_to_check_them_with()
    {
        Write(
            """[{"name":"b","torchvision":"features.0.weight","shape":[1,2,1],"offset":4},{"torchvision":"a","shape":[],"offset":0}]"""
        );
        File.WriteAllText(Path.Combine(_folder, "check", "cat.png"), "");
        File.WriteAllText(Path.Combine(_folder, "check", "cat.logits.csv"), "class,logit,probability\n1,2.5,0\n");
        IReadOnlyList<Item> items = ImageNetWeights.Read(_folder, "net");
        Assert.Equal(["a", "check/cat", "check/cat.logits", "features.0.weight"], items.Select(item => item.Id));
        Assert.Equal(["network", "check", "check", "network"], items.Select(item => item.Group));
        Assert.Equal([1, 2], items[3].Tensor.Read());
        Assert.Equal([1, 2, 1], items[3].Tensor.Shape);
        Assert.Equal([0], items[0].Tensor.Read());
        Assert.Equal((0, 2.5), (items[2].Matrix[0, 0], items[2].Matrix[0, 1]));
    }

    [Theory]
    [InlineData("""[{"torchvision":"x","shape":[2,2],"offset":0}]""", "'x'")]
    [InlineData("""[{"torchvision":"x","shape":[2],"offset":8}]""", "'x' of 2 numbers from byte 8 on")]
    [InlineData("""[{"torchvision":"x","shape":[1],"offset":-4}]""", "from byte -4 on")]
    [InlineData("""[{"torchvision":"x","shape":[-1],"offset":0}]""", "'x'")]
    [InlineData("{", "net.json is no list of tensors")]
    [InlineData("""[{"torchvision":"x"}]""", "net.json is no list of tensors")]
    public void A_list_that_says_what_the_file_does_not_hold_is_named(string list, string reason)
    {
        Write(list);
        var error = Assert.Throws<ResearchException>(() => ImageNetWeights.Read(_folder, "net"));
        Assert.StartsWith("net.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_none_is_named()
    {
        Write("[]");
        File.WriteAllText(Path.Combine(_folder, "check", "cat.png"), "");
        File.WriteAllText(Path.Combine(_folder, "check", "cat.logits.csv"), "class,logit,probability\n1000,2.5,0\n");
        Item outputs = ImageNetWeights.Read(_folder, "net")[1];
        Assert.Contains(
            "the class 1000 is not below 1000",
            Assert.Throws<ResearchException>(() => outputs.Matrix).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_tensor_is_no_matrix()
    {
        Write("""[{"torchvision":"x","shape":[1],"offset":0}]""");
        Item item = Assert.Single(ImageNetWeights.Read(_folder, "net"));
        Assert.Contains(
            "'x' holds a tensor, not a matrix",
            Assert.Throws<ResearchException>(() => item.Matrix).Message,
            StringComparison.Ordinal
        );
    }

    private void Write(string list)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "check"));
        File.WriteAllText(Path.Combine(_folder, "net.json"), list);
        File.WriteAllBytes(
            Path.Combine(_folder, "net.f32"),
            [.. Enumerable.Range(0, 3).SelectMany(i => BitConverter.GetBytes((float)i))]
        );
    }
}
