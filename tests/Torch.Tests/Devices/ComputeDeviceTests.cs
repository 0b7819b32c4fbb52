using Research.Torch.Devices;
using Research.Torch.Devices.Cuda;
using Research.Torch.Tests.Oracle;

namespace Research.Torch.Tests.Devices;

/// <summary>Where tensors lie, and which kernels work on them, when a process computes on a GPU.</summary>
[Collection(Alone.Name)]
public class ComputeDeviceTests
{
    [Fact]
    public void What_names_no_device_lies_on_the_GPU_and_its_kernels_work_there()
    {
        var driver = new PtxDriver(PtxDriver.Shipped);
        using var gpu = new StandIn(driver);
        using DisposeScope scope = NewDisposeScope();
        Tensor sum = tensor([1f, 2, 3]) + zeros(3) + arange(3).to_type(ScalarType.Float32);
        Assert.Equal([1f, 3, 5], sum.data<float>().ToArray());
        Assert.Same(gpu.Place, sum.Place);
        Assert.Equal("cuda:0", sum.device.ToString());
        Assert.Contains("binary", driver.Launched);
    }

    [Fact]
    public void Without_one_no_kernel_of_the_GPU_is_launched()
    {
        var driver = new PtxDriver(PtxDriver.Shipped);
        new StandIn(driver).Dispose();
        using DisposeScope scope = NewDisposeScope();
        Tensor sum = tensor([1f, 2]) + ones(2);
        Assert.True(sum.Place.IsHost);
        Assert.Empty(driver.Launched);
    }

    [Fact]
    public void A_tensor_from_before_stays_where_it_is_and_meets_no_other()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor before = tensor([1f, 2]);
        using var gpu = new StandIn(new PtxDriver(PtxDriver.Shipped));
        Assert.True(before.Place.IsHost);
        string message = Assert.Throws<ArgumentException>(() => before + tensor([1f, 2])).Message;
        Assert.Contains("move one with to()", message, StringComparison.Ordinal);
        Assert.Equal([2f, 4], (before.to(CPU) + tensor([1f, 2])).data<float>().ToArray());
    }

    // The stand-in ends the process where the host reads or writes the GPU's memory past the driver.
    [Fact]
    public void What_the_host_makes_number_by_number_reaches_the_GPU_whole()
    {
        float[][] expected = Made();
        using var gpu = new StandIn(new PtxDriver(PtxDriver.Shipped));
        Assert.Equal(expected, Made());

        static float[][] Made()
        {
            using DisposeScope scope = NewDisposeScope();
            manual_seed(3);
            return
            [
                .. new[]
                {
                    eye(3, 4),
                    randint(5, [7]),
                    randperm(6),
                    nn.init.orthogonal_(empty(4, 3)),
                    linspace(0, 1, 5),
                    ones(3, 3).tril(),
                    tensor([1f, 0, 2]).nonzero(),
                    tensor(0L) + 1,
                }.Select(one => one.to_type(ScalarType.Float32).data<float>().ToArray()),
            ];
        }
    }

    [Fact]
    public void An_optimiser_counts_its_steps_without_asking_the_GPU()
    {
        var driver = new PtxDriver(PtxDriver.Shipped);
        using var gpu = new StandIn(driver);
        using DisposeScope scope = NewDisposeScope();
        TorchSharp.Modules.Linear layer = nn.Linear(3, 2);
        using TorchSharp.Modules.Adam optimizer = optim.Adam(layer.parameters(), lr: 0.1);
        layer.call(ones(1, 3)).sum().backward();
        int before = driver.Downloads;
        optimizer.step();
        optimizer.step();
        Assert.Equal(before, driver.Downloads);
    }

    [Fact]
    public void A_module_moves_with_its_parameters_and_their_gradients_and_back()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        var place = new CudaPlace(new PtxDriver(PtxDriver.Shipped), 0);
        TorchSharp.Modules.Linear layer = nn.Linear(3, 2);
        layer.call(ones(1, 3)).sum().backward();
        double[] expected = Compare.Numbers(layer.weight!.grad!);
        layer.to(place.Device);
        Assert.All(layer.parameters(), parameter => Assert.Same(place, parameter.Place));
        Assert.Same(place, layer.weight!.grad!.Place);
        layer.to(CPU);
        Assert.True(layer.weight!.grad!.Place.IsHost);
        Assert.Equal(expected, Compare.Numbers(layer.weight!.grad!));
    }

    [Fact]
    public void Another_name_is_refused_with_those_that_there_are() =>
        Assert.Contains(
            "'cpu' and 'cuda'",
            Assert.Throws<ArgumentException>(() => ComputeDevice.Take("tpu")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_index_that_lies_outside_is_told_when_values_are_next_asked_for()
    {
        using var gpu = new StandIn(new PtxDriver(PtxDriver.Shipped));
        using DisposeScope scope = NewDisposeScope();
        Tensor taken = tensor([1f, 2, 3]).index_select(0, tensor([0L, 7]));
        string message = Assert.ThrowsAny<ArgumentException>(() => taken.data<float>().ToArray()).Message;
        Assert.Contains("7, lies outside 0 … 2", message, StringComparison.Ordinal);
        Assert.Equal(2f, tensor([1f, 2]).max().item<float>());
    }
}
