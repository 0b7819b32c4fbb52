using Research.Data;
using Research.Data.Locking;
using Research.Numerics;
using Research.Pipeline.Runs;

namespace Research.Pipeline.Tests.Runs;

public sealed class GeneratedPinTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void What_has_its_pinned_digest_passes_and_what_has_another_is_refused_with_both()
    {
        Pin("sha256:aa");
        Dataset made = Made("sha256:aa");
        Assert.Same(made, GeneratedPin.Checked(made, _root));
        string message = Assert.Throws<ResearchException>(() => GeneratedPin.Checked(Made("sha256:bb"), _root)).Message;
        Assert.Contains("sha256:aa", message, StringComparison.Ordinal);
        Assert.Contains("sha256:bb", message, StringComparison.Ordinal);
        Assert.Contains("research data lock tones", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_pins_passes()
    {
        Dataset made = Made("sha256:bb");
        Assert.Same(made, GeneratedPin.Checked(made, _root)); // no lock at all
        Pin("sha256:aa");
        Assert.Equal("other", GeneratedPin.Checked(made with { Id = "other" }, _root).Id);
    }

    private static Dataset Made(string digest) => new("tones", "1", digest, Synthetic: true, []);

    private void Pin(string digest) =>
        new DatasetLock
        {
            Datasets = [],
            Generated =
            [
                new()
                {
                    Id = "tones",
                    Title = "Tones",
                    Version = "1",
                    Licence = "MIT",
                    Citation = "none",
                    Count = 3,
                    Digest = digest,
                },
            ],
        }.Save(Path.Combine(_root, "datasets.lock"));
}
