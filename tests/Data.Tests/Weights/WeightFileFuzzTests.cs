using Research.Data.Weights;
using Research.Data.Weights.Tensors;
using Research.Numerics;
using Research.Tests;

namespace Research.Data.Tests.Weights;

/// <summary>Mutated files of weights: read or refused in a sentence, and never with more memory than the file is worth.</summary>
public sealed class WeightFileFuzzTests : IDisposable
{
    private const int Cases = 200;
    private const long MostBytes = 8 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("zip.pth")]
    [InlineData("legacy.pth")]
    [InlineData("plain.safetensors")]
    [InlineData("plain.onnx")]
    public void Mutated_weights_are_read_or_refused(string file)
    {
        string path = Path.Combine(_folder, "weights");
        MutatedBytes
            .Of(File.ReadAllBytes(Golden.PathOf(Path.Combine("weights", file))))
            .HoldsFor(
                Cases,
                bytes =>
                {
                    File.WriteAllBytes(path, bytes);
                    HostileInput.IsReadOrRefused(() => ReadAll(path), MostBytes, error => error is ResearchException);
                }
            );
    }

    // A pickle inside a zip archive is seldom reached by a mutation of the archive: its sums guard it. So the pickle alone, too.
    [Fact]
    public void Mutated_pickles_are_read_or_refused()
    {
        using var zip = System.IO.Compression.ZipFile.OpenRead(Golden.PathOf(Path.Combine("weights", "zip.pth")));
        using var pickle = new MemoryStream();
        using (Stream entry = zip.GetEntry("zip/data.pkl")!.Open())
        {
            entry.CopyTo(pickle);
        }

        MutatedBytes
            .Of(pickle.ToArray())
            .HoldsFor(
                Cases,
                bytes =>
                    HostileInput.IsReadOrRefused(
                        () =>
                            _ = Research.Data.Weights.Torch.TorchState.Of(
                                Research.Data.Weights.Torch.Unpickler.Read(new MemoryStream(bytes))
                            ),
                        MostBytes,
                        error => error is InvalidDataException or EndOfStreamException
                    )
            );
    }

    private static void ReadAll(string path)
    {
        foreach (WeightTensor tensor in WeightFile.Read(path))
        {
            _ = tensor.Read();
        }
    }
}
