using TorchSharp.Modules;
using static TorchSharp.torch.nn.functional;

namespace Research.Torch.Tests.Autograd;

public class HigherDerivativeTests
{
    [Fact]
    public void Three_derivatives_of_the_fourth_power()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(2f, requires_grad: true);
        Tensor first = Derivative(x.pow((Scalar)4), x);
        Tensor second = Derivative(first, x);
        Tensor third = Derivative(second, x);
        Assert.Equal([32f, 48, 48], new[] { first, second, third }.Select(value => value.item<float>()));
    }

    [Fact]
    public void An_input_that_took_no_part_is_an_error_unless_allowed()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones([2], requires_grad: true);
        Tensor other = ones([3], requires_grad: true);
        string message = Assert.Throws<InvalidOperationException>(() => autograd.grad([x.sum()], [x, other])).Message;
        Assert.Contains("allow_unused", message, StringComparison.Ordinal);
        Assert.Contains("[3]", message, StringComparison.Ordinal);
        Assert.Null(autograd.grad([x.sum()], [x, other], allow_unused: true)[1]);
    }

    [Fact]
    public void Grad_leaves_the_grad_of_leaves_alone_and_reaches_results_in_between()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(3f, requires_grad: true);
        Tensor y = x * x;
        Tensor z = y * y;
        Assert.Equal([18f, 108], autograd.grad([z], [y, x]).Select(gradient => gradient.item<float>()));
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_gradient_penalty_trains_through_backward_with_a_graph()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(3f, requires_grad: true);
        (x * x * x).backward(create_graph: true);
        Tensor gradient = x.grad!; // 3x²
        Assert.Equal(27, gradient.item<float>());
        Assert.Equal(18, autograd.grad([gradient], [x])[0].item<float>());
    }

    [Fact]
    public void Second_gradients_of_a_fused_layer_do_not_count_a_way_twice_where_one_input_comes_from_another()
    {
        // As in a decoder: the first state is also what the input is made from.
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        using GRU gru = nn.GRU(3, 3);
        Tensor h = Properties.Inputs.Normal(1, 2, 3);
        h.requires_grad = true;

        Tensor Loss(Tensor state)
        {
            (Tensor output, _) = gru.call(state.tanh(), state);
            return output.square().sum();
        }

        Tensor plain = autograd.grad([Loss(h)], [h])[0];
        Tensor recorded = autograd.grad([Loss(h)], [h], create_graph: true)[0];
        Assert.True(plain.allclose(recorded, atol: 1e-5));
    }

    [Fact]
    public void Second_gradients_of_batch_norm_whose_weight_comes_from_its_input()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Properties.Inputs.Normal(4, 3);
        x.requires_grad = true;
        Tensor Loss() => (batch_norm(x, null, null, x.mean([0]), x.sum([0]), training: true) * x).square().sum();
        Tensor plain = autograd.grad([Loss()], [x])[0];
        Tensor recorded = autograd.grad([Loss()], [x], create_graph: true)[0];
        Assert.True(plain.allclose(recorded, rtol: 1e-4, atol: 1e-4));
    }

    private static Tensor Derivative(Tensor of, Tensor by) => autograd.grad([of], [by], create_graph: true)[0];
}
