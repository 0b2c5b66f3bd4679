// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace entraide {

// A program that serves on a port of its choice, which is its first line. Ended at death.
class Background {
 public:
  explicit Background(std::vector<std::string> command) {
    std::array<int, 2> pipe_ends{};
    EXPECT_EQ(pipe(pipe_ends.data()), 0);
    child_ = fork();
    if (child_ == 0) {
      dup2(pipe_ends[1], STDOUT_FILENO);
      close(pipe_ends[0]);
      close(pipe_ends[1]);
      std::vector<char*> arguments;
      for (std::string& word : command) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      execvp(arguments[0], arguments.data());
      _exit(127);
    }
    close(pipe_ends[1]);
    for (char c = 0; read(pipe_ends[0], &c, 1) == 1 && c != '\n';) port_ += c;
    close(pipe_ends[0]);
    EXPECT_NE(port_, "");
  }
  ~Background() {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  const std::string& port() const { return port_; }

 private:
  pid_t child_ = -1;
  std::string port_{};
};

// A folder that goes with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = testing::TempDir() + "entraideXXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::string& path() const { return path_; }
  // What the files that end so hold.
  std::vector<std::string> Files(const std::string& ending) const {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      if (entry.path().extension() != ending) continue;
      std::stringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      texts.push_back(text.str());
    }
    return texts;
  }

 private:
  std::string path_{};
};

}  // namespace entraide
