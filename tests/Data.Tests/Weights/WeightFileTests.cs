using System.Text.Json;
using Research.Data.Weights;
using Research.Data.Weights.Onnx;
using Research.Data.Weights.Tensors;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Weights;

public sealed class WeightFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonElement Oracle => Golden.Json("weights/weights.json");

    [Theory]
    [InlineData("zip.pth", "state")]
    [InlineData("legacy.pth", "state")]
    [InlineData("checkpoint.pth", "state")]
    [InlineData("plain.safetensors", "plain")]
    [InlineData("plain.onnx", "plain")]
    public void A_file_of_weights_holds_what_was_written(string file, string expected)
    {
        IReadOnlyList<WeightTensor> tensors = WeightFile.Read(PathOf(file));
        JsonProperty[] oracle = [.. Oracle.GetProperty(expected).EnumerateObject()];
        Assert.Equal(oracle.Select(entry => entry.Name), tensors.Select(tensor => tensor.Name));
        foreach ((JsonProperty entry, WeightTensor tensor) in oracle.Zip(tensors))
        {
            Assert.Equal(entry.Value.GetProperty("shape").Integers(), tensor.Shape);
            Assert.Equal(entry.Value.GetProperty("values").Numbers(), tensor.Read().Select(value => (double)value));
        }
    }

    [Fact]
    public void Names_of_a_module_are_read_and_its_metadata_is_not() =>
        Assert.Equal(
            [
                "0.weight 1×1×1×1",
                "0.bias 1",
                "1.weight 1",
                "1.bias 1",
                "1.running_mean 1",
                "1.running_var 1",
                "1.num_batches_tracked one number",
            ],
            WeightFile.Read(PathOf("module.pth")).Select(tensor => $"{tensor.Name} {tensor.ShapeText}")
        );

    [Fact]
    public void A_parameter_is_its_tensor() =>
        Assert.Equal([2, 5], Assert.Single(WeightFile.Read(PathOf("parameter.pth"))).Read());

    [Fact]
    public void A_matrix_has_a_row_for_each_entry_of_the_first_dimension()
    {
        Matrix matrix = WeightFile.Read(PathOf("zip.pth"))[0].ReadMatrix();
        Assert.Equal((2, 12), (matrix.Rows, matrix.Columns));
    }

    [Theory]
    [InlineData("hostile-call.pth", "names 'os.system', which could run a program")]
    [InlineData("hostile-stack-global.pth", "names 'builtins.eval', which could run a program")]
    [InlineData("hostile-object.pth", "has the operation 0x81")]
    [InlineData("hostile-cycle.pth", "holds something else than a tensor under 'w'")]
    [InlineData("hostile-shape.pth", "'w' of shape 2147483647×2147483647 has more numbers than the file holds")]
    [InlineData("hostile-stride.pth", "'w' reaches beyond its 2 numbers")]
    [InlineData("hostile-count.pth", "should hold 200 numbers")]
    [InlineData("hostile-bomb.pth", "packed); at most")]
    [InlineData("hostile-missing.pth", "has no file 'a/data/9'")]
    [InlineData("hostile-list.pth", "is no dictionary of tensors")]
    [InlineData("big-endian.pth", "another order of bytes")]
    [InlineData("hostile-offsets.safetensors", "'w' of 8 bytes is said to lie at 4 to 12 of 8")]
    [InlineData("hostile-type.safetensors", "numbers of type 'F4'")]
    [InlineData("hostile-shape.safetensors", "has more numbers than the file holds")]
    [InlineData("hostile-twice.safetensors", "two tensors named 'w'")]
    [InlineData("hostile-shape.onnx", "has more numbers than the file holds")]
    [InlineData("hostile-length.onnx", "has 8 bytes of numbers where its shape needs 12")]
    [InlineData("hostile-external.onnx", "in several places or another file")]
    [InlineData("hostile-end.onnx", "states 1099511627776 bytes")]
    public void A_hostile_file_is_refused_in_a_sentence(string file, string reason)
    {
        var error = Assert.Throws<ResearchException>(() => WeightFile.Read(PathOf(file)));
        Assert.StartsWith(PathOf(file) + ": ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_pickle_of_our_own_is_read() => Assert.Equal([1, 2], Assert.Single(WeightFile.Read(PathOf("own.pth"))).Read());

    [Fact]
    public void What_is_no_file_of_weights_is_said_to_be_none()
    {
        string path = Written("page.pth", "<!DOCTYPE html>"u8.ToArray());
        var error = Assert.Throws<ResearchException>(() => WeightFile.Read(path));
        Assert.Contains("is no file of weights that is known here", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "nowhere",
            Assert.Throws<ResearchException>(() => WeightFile.Read("nowhere.pth")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_archive_of_countless_files_is_refused_before_they_are_listed()
    {
        string path = Path.Combine(_folder, "many.pth");
        using (FileStream stream = File.Create(path))
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create))
        {
            for (int i = 0; i < 60_000; i++)
            {
                zip.CreateEntry($"a/data/{i:00000000000000000000000000000000}");
            }
        }

        var error = Assert.Throws<ResearchException>(() => WeightFile.Read(path));
        Assert.Contains("its directory has more than 4194304 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("safetensors")]
    [InlineData("onnx")]
    public void What_is_written_is_read_back(string format)
    {
        IReadOnlyList<WeightTensor> tensors = WeightFile.Read(PathOf("zip.pth"));
        string path = Path.Combine(_folder, "again");
        using (FileStream stream = File.Create(path))
        {
            if (format == "onnx")
            {
                OnnxWriter.Write(stream, tensors);
            }
            else
            {
                Safetensors.Write(stream, tensors);
            }
        }

        IReadOnlyList<WeightTensor> again = WeightFile.Read(path);
        Assert.Equal(tensors.Select(tensor => tensor.Name), again.Select(tensor => tensor.Name));
        Assert.Equal(tensors.Select(tensor => tensor.ShapeText), again.Select(tensor => tensor.ShapeText));
        Assert.Equal(tensors.SelectMany(tensor => tensor.Read()), again.SelectMany(tensor => tensor.Read()));
    }

    [Fact]
    public void Values_that_do_not_fit_their_shape_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WeightTensor("w", [2, 2], [1, 2, 3]));

    private static string PathOf(string file) => Golden.PathOf(Path.Combine("weights", file));

    private string Written(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
