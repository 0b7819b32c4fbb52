using Research.Data.Datasets;
using Research.Data.Weights.Onnx;
using Research.Data.Weights.Tensors;
using Research.Numerics;

namespace Research.Data.Tests.Datasets;

public sealed class ResNet18OnnxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_model_without_the_tensors_is_another_version()
    {
        Write("ResNet18Onnx/ResNet18.onnx", "Parameter91");
        Write("ResNetPrepOnnx/ResNetPreprocess.onnx", "MeanImage");
        var error = Assert.Throws<ResearchException>(() => ResNet18Onnx.Read(_folder));
        Assert.Contains("has no tensor 'Parameter96'", error.Message, StringComparison.Ordinal);
    }

    private void Write(string file, string tensor)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = File.Create(path);
        OnnxWriter.Write(stream, [new WeightTensor(tensor, [1], [2])]);
    }
}
