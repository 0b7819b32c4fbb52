using Research.Torch.Devices.Cuda;

namespace Research.Torch.Tests.Devices;

/// <summary>Grids as large as a GPU takes them, and no larger.</summary>
public unsafe class GridTests
{
    private const int MostLayers = 65_535;

    [Theory]
    [InlineData(MostLayers, 1)]
    [InlineData(MostLayers + 1, 2)]
    [InlineData(200_000, 4)]
    public void A_batch_of_more_products_than_a_grid_has_layers_is_several_launches(int batch, int launches)
    {
        var driver = new Recorder();
        new CudaPlace(driver, 0).Kernels.Gemm(batch, 2, 3, 4, null, false, 8, null, false, 12, null, null, 6);
        Assert.Equal(launches, driver.Launches.Count);
        Assert.All(driver.Launches, launch => Assert.InRange(launch.Layers, 1, MostLayers));
        Assert.Equal(batch, driver.Launches.Sum(launch => launch.Layers));
        Assert.Equal(6L * sizeof(float) * (batch - driver.Launches[^1].Layers), driver.Launches[^1].Target);
    }

    /// <summary>Runs nothing.</summary>
    private sealed class Recorder : ICudaDriver
    {
        private const int TargetArgument = 12;

        public List<(int Layers, long Target)> Launches { get; } = [];

        public string Description => "none";

        public int Multiprocessors => 2;

        public nint Allocate(long bytes) => throw new NotSupportedException();

        public nint AllocateShared(long bytes) => throw new NotSupportedException();

        public void Free(nint memory) => throw new NotSupportedException();

        public void Download(nint source, void* target, long bytes) => throw new NotSupportedException();

        public void Upload(void* source, nint target, long bytes) => throw new NotSupportedException();

        public void Copy(nint source, nint target, long bytes) => throw new NotSupportedException();

        public void Launch(string kernel, int gridX, int gridY, int gridZ, void** arguments) =>
            Launches.Add((gridZ, *(long*)arguments[TargetArgument]));
    }
}
