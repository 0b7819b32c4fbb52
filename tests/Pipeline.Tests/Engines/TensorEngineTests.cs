using Research.Pipeline.Engines;

namespace Research.Pipeline.Tests.Engines;

public class TensorEngineTests
{
    [Fact]
    public void The_engines_publish_in_different_folders()
    {
        Assert.Contains(TensorEngine.Compiled, TensorEngine.Names);
        Assert.NotEqual(TensorEngine.PortableArtifacts, TensorEngine.TorchSharpArtifacts);
        Assert.Equal(
            TensorEngine.GivesEqualBits ? TensorEngine.PortableArtifacts : TensorEngine.TorchSharpArtifacts,
            TensorEngine.Artifacts
        );
    }
}
